package org.spikeledger.simulator.encode;

import org.spikeledger.models.graph.ValueKind;

/** Turns an image into what an inference receives. Immutable; any thread may use it. */
public interface ImageEncoder {

  /** The encoder with all that decides what it makes of an image, for the fingerprint. */
  String description();

  /** The kind of every input that it makes. */
  ValueKind kind();

  /**
   * Encodes an image.
   *
   * @param image unsigned bytes in NIR's order (channel, row, column)
   * @param sample the image's place in its dataset, which names its random stream
   */
  EncodedInput encode(byte[] image, long sample);
}
