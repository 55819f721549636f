package org.spikeledger.simulator.encode;

import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * What one inference receives: the input after encoding, in canonical order. Immutable.
 *
 * <p>The same network and the same encoded input give the same spikes, counters and digest on every
 * machine.
 */
public sealed interface EncodedInput permits DirectInput, EventInput {

  /** The shape of one timestep's values, in NIR's order, which the network's input must have. */
  Shape shape();

  /** What is known of the values before anything runs. */
  ValueKind kind();

  /**
   * SHA-256, 32 bytes, over the encoded values; its layout stands at {@link
   * org.spikeledger.simulator.encode.InputDigest}.
   */
  byte[] digest();
}
