package org.spikeledger.simulator.encode;

import java.util.function.Supplier;

/**
 * The digest of an immutable input, computed once: the engine, a store and a trace all ask for it.
 * Any thread may ask; two that ask first at the same time compute the same.
 */
final class KnownDigest {

  private volatile byte[] bytes;

  /** A copy of the digest, which is computed where it is not known yet. */
  byte[] get(Supplier<byte[]> computed) {
    byte[] known = bytes;
    if (known == null) {
      known = computed.get();
      bytes = known;
    }
    return known.clone();
  }
}
