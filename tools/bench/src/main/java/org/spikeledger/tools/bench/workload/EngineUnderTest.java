package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
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
 * @param precision {@code float32} or {@code int8}
 */
public record EngineUnderTest(String kernel, String precision) {

  /** The precisions that can be measured. */
  public static final String FLOAT32 = "float32";

  /** The other one. */
  public static final String INT8 = "int8";

  /** Checks both. */
  public EngineUnderTest {
    KernelChoice.of(kernel);
    if (!precision.equals(FLOAT32) && !precision.equals(INT8)) {
      throw new BadInputException("a precision is float32 or int8: precision=" + precision);
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
    if (precision.equals(FLOAT32)) {
      return new Measured(graph, List.copyOf(inputs));
    }
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
