package org.spikeledger.tools.bench.workload;

import java.util.List;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;

/** A small network with everything that a chain can have. */
public final class SmallWorkload {

  static final long SEED = 3;

  private SmallWorkload() {}

  /** With leaky neurons. */
  public static Workload leaky(int timesteps) {
    return of(timesteps, new FiringTarget(0.125, false, 0.9f));
  }

  static Workload of(int timesteps, FiringTarget target) {
    Chain chain =
        new ChainBuilder(Shape.of(2, 8, 8), SEED).convolutions(8, 8).pool().linear(32, 5).build();
    List<DirectInput> inputs = SeededPictures.of(chain.input(), SEED);
    List<Neuron> neurons = Calibration.of(chain, inputs, timesteps, target);
    return new Workload(chain, neurons, timesteps, List.copyOf(inputs));
  }
}
