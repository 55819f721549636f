package org.spikeledger.simulator.digest;

import org.spikeledger.models.digest.Sha256;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.engine.Probe;

/**
 * SHA-256 over the potentials after reset of every layer at every timestep: int timestep, int
 * layer, int neurons, the float bits in canonical order. Used by the thread of its engine.
 */
public final class PotentialsDigest implements Probe {

  private final Sha256 sha = new Sha256();

  @Override
  public void potentialsAfterReset(int timestep, int layer, Potentials potentials) {
    sha.putInt(timestep);
    sha.putInt(layer);
    sha.putInt(potentials.size());
    for (int i = 0; i < potentials.size(); i++) {
      sha.putFloat(potentials.get(i));
    }
  }

  /** The 32 bytes of the inference that just ended; the next one starts empty. */
  public byte[] finish() {
    return sha.finish();
  }
}
