package org.spikeledger.simulator.engine;

/**
 * Watches an inference from inside. It never changes what is computed; it does no input or output.
 * Called by the thread that runs the inference.
 */
public interface Probe {

  /** Watches nothing. */
  Probe NONE = (timestep, layer, potentials) -> {};

  /** Lets two watch, the first one first. */
  static Probe both(Probe first, Probe second) {
    return (timestep, layer, potentials) -> {
      first.potentialsAfterReset(timestep, layer, potentials);
      second.potentialsAfterReset(timestep, layer, potentials);
    };
  }

  /**
   * A layer has been updated and reset; for the output layer, it has accumulated.
   *
   * @param timestep from 0
   * @param layer the layer's index
   * @param potentials valid during the call
   */
  void potentialsAfterReset(int timestep, int layer, Potentials potentials);
}
