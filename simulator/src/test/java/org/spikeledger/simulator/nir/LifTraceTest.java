package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.reference.ReferenceEngine;
import org.spikeledger.simulator.run.EngineChoice;

/** The single leaky neuron of the NIR repository does what other simulators published of it. */
class LifTraceTest {

  /** Relative to the largest voltage of the trace; float32 rounds differently elsewhere. */
  private static final double LARGEST_RELATIVE_ERROR = 1e-6;

  /**
   * What a simulator published.
   *
   * @param profile how it reads the file
   * @param trace its rows of input, voltage and spike
   * @param voltageScale its voltage is ours times this: snnTorch leaves out the input's dt / tau
   * @param later timesteps by which the simulator is later than its trace, Lava than Norse's
   * @param spikeTimesteps when the neuron of the trace fires
   */
  record Published(
      ImportProfile profile,
      String trace,
      double voltageScale,
      int later,
      List<Integer> spikeTimesteps) {}

  static Stream<Arguments> publishedOnBothEngines() {
    return Stream.of(
            new Published(ImportProfile.NORSE, "lif_norse.csv", 1, 0, List.of(460, 510, 710, 760)),
            new Published(
                ImportProfile.SNNTORCH, "lif_snntorch.csv", 25, 0, List.of(460, 510, 710, 760)),
            new Published(ImportProfile.LAVA, "lif_norse.csv", 1, 1, List.of(460, 510, 710, 760)),
            new Published(
                ImportProfile.SINABS, "lif_sinabs.csv", 1, 0, List.of(450, 500, 710, 760)))
        .flatMap(
            published ->
                Stream.of(EngineChoice.values()).map(engine -> Arguments.of(published, engine)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("publishedOnBothEngines")
  void everySpikeAndEveryPotentialIsThePublishedOne(Published published, EngineChoice choice)
      throws IOException {
    List<double[]> trace = PublicNirFiles.trace(published.trace());
    Graph graph =
        NirReader.read(PublicNirFiles.file("lif_norse.nir"), published.profile().options()).graph();
    double[] potentials = new double[trace.size()];
    Engine engine =
        engine(
            graph,
            choice,
            trace.size(),
            (timestep, layer, values) -> {
              if (layer == 0) {
                potentials[timestep] = values.get(0);
              }
            });
    InferenceRecord record = engine.newRecord();
    engine.run(0, pulses(trace), record);

    assertEquals(published.spikeTimesteps(), timesteps(trace, row -> row[2] != 0));
    assertEquals(
        published.spikeTimesteps().stream().map(t -> t + published.later()).toList(),
        spikes(record));
    double largest = trace.stream().mapToDouble(row -> Math.abs(row[1])).max().orElseThrow();
    for (int t = 0; t < potentials.length - published.later(); t++) {
      double expected = trace.get(t)[1];
      double actual = potentials[t + published.later()] * published.voltageScale();
      assertEquals(expected, actual, LARGEST_RELATIVE_ERROR * largest, "timestep=" + t);
    }
  }

  private static Engine engine(Graph graph, EngineChoice choice, int timesteps, Probe probe) {
    return switch (choice) {
      case REFERENCE -> new ReferenceEngine(graph, ValueKind.BINARY, timesteps, probe);
      case EVENT ->
          new EventEngine(
              Plan.of(graph, ValueKind.BINARY),
              timesteps,
              KernelSelection.of(KernelChoice.AUTO),
              probe);
    };
  }

  /** One event wherever the trace has an input; some traces show it times the neuron's gain. */
  private static EventInput pulses(List<double[]> trace) {
    List<Integer> pulses = timesteps(trace, row -> row[0] != 0);
    assertEquals(34, pulses.size());
    int[] starts = new int[trace.size() + 1];
    for (int t = 0; t < trace.size(); t++) {
      starts[t + 1] = starts[t] + (pulses.contains(t) ? 1 : 0);
    }
    return new EventInput(Shape.of(1), starts, new int[pulses.size()], null);
  }

  private static List<Integer> timesteps(List<double[]> trace, Predicate<double[]> rows) {
    return IntStream.range(0, trace.size()).filter(t -> rows.test(trace.get(t))).boxed().toList();
  }

  private static List<Integer> spikes(InferenceRecord record) {
    return IntStream.range(0, record.spikes().timesteps())
        .filter(t -> record.spikes().count(t, 0) > 0)
        .boxed()
        .toList();
  }
}
