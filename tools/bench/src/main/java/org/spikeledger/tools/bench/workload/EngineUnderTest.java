package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.quantise.QuantisedInputs;
import org.spikeledger.simulator.quantise.Quantiser;

/**
 * Which of our engines is measured.
 *
 * @param kernel as on the command line
 * @param precision {@code float32}, {@code bfloat16} or {@code int8}
 */
public record EngineUnderTest(String kernel, String precision) {

  /** Weights and sums as they are. */
  public static final String FLOAT32 = "float32";

  /** Weights rounded to bfloat16, summed in float32. */
  public static final String BFLOAT16 = "bfloat16";

  /** Integer mode. */
  public static final String INT8 = "int8";

  private static final List<String> ALL = List.of(FLOAT32, BFLOAT16, INT8);
  private static final MantissaBits OF_BFLOAT16 = new MantissaBits(7);

  /** Checks both. */
  public EngineUnderTest {
    KernelChoice.of(kernel);
    if (!ALL.contains(precision)) {
      throw new BadInputException("a precision is one of " + ALL + ": precision=" + precision);
    }
  }

  /** The best kernel, float32. */
  public static EngineUnderTest best() {
    return new EngineUnderTest(KernelChoice.AUTO.key(), FLOAT32);
  }

  /** Its name in tables. */
  public String label() {
    return "Spikeledger " + precision;
  }

  /** A network and its inputs in the precision that is measured. */
  public Measured measured(Graph graph, List<? extends EncodedInput> inputs, int timesteps) {
    return switch (precision) {
      case INT8 -> quantised(graph, inputs, timesteps);
      case BFLOAT16 -> new Measured(OF_BFLOAT16.applyTo(graph), List.copyOf(inputs));
      default -> new Measured(graph, List.copyOf(inputs));
    };
  }

  private static Measured quantised(
      Graph graph, List<? extends EncodedInput> inputs, int timesteps) {
    float scale = QuantisedInputs.scale(inputs.stream());
    List<EncodedInput> whole = new ArrayList<>();
    for (EncodedInput input : inputs) {
      whole.add(QuantisedInputs.quantised(input, scale));
    }
    ValueKind kind = inputs.getFirst().kind();
    return new Measured(Quantiser.quantise(graph, scale, timesteps, kind), whole);
  }

  /**
   * What is measured.
   *
   * @param graph the network
   * @param inputs cycled through
   */
  public record Measured(Graph graph, List<EncodedInput> inputs) {}

  /** A plan, to be shared by threads. */
  public Plan plan(Graph graph, ValueKind input) {
    return Plan.of(graph, input);
  }

  /** An engine for one thread. */
  public Engine engine(Plan plan, int timesteps) {
    return new EventEngine(
        plan, timesteps, KernelSelection.of(KernelChoice.of(kernel)), Probe.NONE);
  }
}
