package org.spikeledger.tools.bench.workload;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;

/**
 * Which of our engines is measured.
 *
 * @param kernel as on the command line
 * @param precision {@code float32}
 */
public record EngineUnderTest(String kernel, String precision) {

  /** The precisions that can be measured. */
  public static final String FLOAT32 = "float32";

  /** Checks both. */
  public EngineUnderTest {
    KernelChoice.of(kernel);
    if (!precision.equals(FLOAT32)) {
      throw new BadInputException("a precision is float32: precision=" + precision);
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
