package org.spikeledger.models.nir;

/** What was observed at a node over a batch of samples, as NIRData tells it. */
public sealed interface NirObservable {

  /** The name that tells what it is, such as {@code spikes}. */
  String key();

  /**
   * Events (NIRData's EventData; ValuedEventData where they have values). All arrays are of samples
   * by events; samples with fewer events are filled up.
   *
   * @param key its name
   * @param indices of the neurons, in NIR's order; -1 where there is no event
   * @param times of the events; infinite where there is no event
   * @param values of the events; null where an event is a mere spike
   * @param neurons of the node
   * @param end of the recording
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Events(
      String key, long[][] indices, double[][] times, double[][] values, int neurons, double end)
      implements NirObservable {}

  /**
   * Values at every timestep (NIRData's TimeGriddedData).
   *
   * @param key its name
   * @param values samples by timesteps by neurons
   * @param timestep its length
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Grid(String key, float[][][] values, double timestep) implements NirObservable {}
}
