package org.spikeledger.simulator.engine;

import java.util.List;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.encode.EncodedInput;

/**
 * All that one inference gave. Filled by the thread that runs it, then read by others; reused for a
 * later inference, so whoever wants to keep something copies it.
 */
public final class InferenceRecord {

  private final SpikeLog spikes;
  private final Counters counters;
  private final float[] output;
  private final CanonicalOrder outputOrder;
  private PotentialLog potentials = new PotentialLog(List.of(), 0);
  private long sample;
  private EncodedInput input;
  private byte[] digest;

  /**
   * An empty record.
   *
   * @param layers of the network, the output among them
   * @param timesteps of the run
   * @param outputShape of the output, in NIR's order
   */
  public InferenceRecord(int layers, int timesteps, Shape outputShape) {
    spikes = new SpikeLog(layers, timesteps);
    counters = new Counters(layers, timesteps);
    output = new float[outputShape.size()];
    outputOrder = CanonicalOrder.of(outputShape);
  }

  /** Makes this record keep potentials too; before its first inference. */
  public InferenceRecord keeping(PotentialLog log) {
    potentials = log;
    return this;
  }

  /** Empties the record for an input. */
  public void begin(long sampleIndex, EncodedInput encodedInput) {
    spikes.clear();
    counters.clear();
    sample = sampleIndex;
    input = encodedInput;
    digest = null;
  }

  /** Sets the inference digest, 32 bytes, when all else is complete. */
  public void complete(byte[] inferenceDigest) {
    digest = inferenceDigest;
  }

  /** The sample's place in the dataset. */
  public long sample() {
    return sample;
  }

  /** What the network received. */
  public EncodedInput input() {
    return input;
  }

  /** The spikes by timestep and layer. */
  public SpikeLog spikes() {
    return spikes;
  }

  /** The counters by timestep and layer. */
  public Counters counters() {
    return counters;
  }

  /** The membrane potentials that were asked for. */
  public PotentialLog potentials() {
    return potentials;
  }

  /** The output's potentials after the last timestep, in canonical order. */
  public float[] output() {
    return output;
  }

  /** The inference digest, 32 bytes; null until the inference is complete. */
  public byte[] digest() {
    return digest;
  }

  /** NIR's index of the largest output potential; of equal ones the first in NIR's order. */
  public int prediction() {
    int best = 0;
    for (int i = 1; i < output.length; i++) {
      if (output[outputOrder.fromNir(i)] > output[outputOrder.fromNir(best)]) {
        best = i;
      }
    }
    return best;
  }
}
