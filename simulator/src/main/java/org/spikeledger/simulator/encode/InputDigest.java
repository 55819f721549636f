package org.spikeledger.simulator.encode;

import org.spikeledger.models.digest.Sha256;
import org.spikeledger.models.graph.Shape;

/**
 * The digest of an encoded input: SHA-256 over little-endian words.
 *
 * <pre>{@code
 * direct:  int 0, rank, extents...,               float bits of each value in canonical order
 * events:  int 1, rank, extents..., timesteps,    then for each timestep: int events,
 *          the canonical indices, the float bits of the values (1.0 where binary)
 * }</pre>
 */
final class InputDigest {

  private InputDigest() {}

  static byte[] of(DirectInput input) {
    Sha256 sha = new Sha256();
    sha.putInt(0);
    putShape(sha, input.shape());
    for (int i = 0; i < input.size(); i++) {
      sha.putFloat(input.value(i));
    }
    return sha.finish();
  }

  static byte[] of(EventInput input) {
    Sha256 sha = new Sha256();
    sha.putInt(1);
    putShape(sha, input.shape());
    sha.putInt(input.timesteps());
    for (int t = 0; t < input.timesteps(); t++) {
      sha.putInt(input.start(t + 1) - input.start(t));
      for (int e = input.start(t); e < input.start(t + 1); e++) {
        sha.putInt(input.index(e));
      }
      for (int e = input.start(t); e < input.start(t + 1); e++) {
        sha.putFloat(input.value(e));
      }
    }
    return sha.finish();
  }

  private static void putShape(Sha256 sha, Shape shape) {
    sha.putInt(shape.rank());
    shape.dimensions().forEach(sha::putInt);
  }
}
