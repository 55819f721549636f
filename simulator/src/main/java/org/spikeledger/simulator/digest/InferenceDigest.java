package org.spikeledger.simulator.digest;

import org.spikeledger.models.digest.Sha256;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * The digest of what one inference gave: SHA-256 over little-endian words.
 *
 * <pre>{@code
 * 32 bytes   digest of the encoded input
 * int        timesteps
 * int        layers, the output among them
 * for each timestep, for each layer:
 *   int      neurons that fired
 *   int...   their canonical indices, ascending
 *   int...   the spikes each gave; only if one of them gave several
 * for each timestep, for each layer, for each Primitive in declared order:
 *   long     the counter
 * int        output neurons
 * float...   their potentials after the last timestep, in canonical order
 * 32 bytes   digest of the potentials, only if it was asked for
 * }</pre>
 *
 * <p>Used by one thread.
 */
public final class InferenceDigest {

  private final Sha256 sha = new Sha256();

  /**
   * The digest of a record whose spikes, counters and output are complete.
   *
   * @param potentials the digest of all potentials, 32 bytes, or null
   */
  public byte[] of(InferenceRecord record, byte[] potentials) {
    return of(record.input().digest(), record, potentials);
  }

  /**
   * The same where only the digest of the encoded input is known.
   *
   * @param input 32 bytes
   */
  public byte[] of(byte[] input, InferenceRecord record, byte[] potentials) {
    sha.putBytes(input);
    SpikeLog spikes = record.spikes();
    sha.putInt(spikes.timesteps());
    sha.putInt(spikes.layers());
    for (int t = 0; t < spikes.timesteps(); t++) {
      for (int layer = 0; layer < spikes.layers(); layer++) {
        putSpikes(spikes, t, layer);
      }
    }
    putCounters(record.counters());
    sha.putInt(record.output().length);
    for (float potential : record.output()) {
      sha.putFloat(potential);
    }
    if (potentials != null) {
      sha.putBytes(potentials);
    }
    return sha.finish();
  }

  private void putSpikes(SpikeLog spikes, int timestep, int layer) {
    int count = spikes.count(timestep, layer);
    sha.putInt(count);
    boolean several = false;
    for (int i = 0; i < count; i++) {
      sha.putInt(spikes.index(timestep, layer, i));
      several |= spikes.spikes(timestep, layer, i) > 1;
    }
    for (int i = 0; several && i < count; i++) {
      sha.putInt(spikes.spikes(timestep, layer, i));
    }
  }

  private void putCounters(Counters counters) {
    for (int t = 0; t < counters.timesteps(); t++) {
      for (int layer = 0; layer < counters.layers(); layer++) {
        for (Primitive primitive : Primitive.ALL) {
          sha.putLong(counters.get(layer, t, primitive));
        }
      }
    }
  }
}
