package org.spikeledger.traces.format;

/**
 * The trace file: what a network did, inference by inference. This is its specification, version 1;
 * {@code docs/trace-format.md} says the same for readers in other languages.
 *
 * <pre>
 *   8 bytes  magic number: 89 53 4C 54 0D 0A 1A 0A
 *   frame    Header message
 *   frame    Inference message, one an inference, in dataset order
 *   ...      a Palette message before an inference whose input has values that are new,
 *            an Index message behind every {@value InferenceIndex#INFERENCES} inferences and the last ones
 *   frame    Footer message, the last 8 bytes of a whole file being the footer frame's offset
 * </pre>
 *
 * <p>All words are little-endian; a float that is no number is 7FC00000. A frame is 12 bytes
 * (length of the body, CRC32C of the body, CRC32C of the frame's offset in the file as 8 bytes
 * followed by the two words before), then the body. A body is an SBE message header and its
 * message; the messages are described by the SBE schema {@code trace.xml} (id 21580), their larger
 * parts are byte sections that the schema carries as data:
 *
 * <ul>
 *   <li>input: what the network received, without loss, or its digest ({@link InputSection});
 *   <li>spikes: by timestep and layer, canonical indices ({@link SpikeSection});
 *   <li>counters: by timestep, layer and primitive ({@link CounterSection});
 *   <li>output: the output's potentials after the last timestep, 4 bytes each, canonical order;
 *   <li>potentials: of the neurons that the header names, at every timestep ({@link
 *       PotentialSection}).
 * </ul>
 *
 * <p>A varint is unsigned LEB128: 7 bits a byte, the lowest first, the high bit set in all but the
 * last byte. Canonical order is that of {@link org.spikeledger.models.graph.CanonicalOrder}.
 *
 * <p><b>Inference digest</b>: as {@link org.spikeledger.simulator.digest.InferenceDigest}. <b>Run
 * digest</b>: SHA-256 over the inference digests in file order.
 *
 * <p><b>Same run, same bytes</b>: nothing in the file depends on time, threads, kernel, machine or
 * path. A frame ends where its inference ends.
 *
 * <p><b>Any inference in two steps</b>: the footer says where the Index messages stand, these where
 * their inferences stand, and an inference where its Palette message stands.
 *
 * <p><b>Cut files</b>: a file without a footer, or that ends within a frame, is a truncated trace;
 * all its whole frames count. <b>Damage</b>: a checksum that does not fit is refused with the file
 * and the frame's offset.
 *
 * <p><b>Later versions</b> keep magic number and frames. They raise the schema's version where they
 * append fields or data to a message. A reader skips a message with a template id of {@value
 * #FIRST_OPTIONAL_TEMPLATE} or above that it does not know, and refuses any other.
 *
 * <p><b>Bounds</b>: a body holds at most {@value #MAX_BODY} bytes, a text 65534 bytes of UTF-8, a
 * layer 2^28 - 2 neurons, and an inference as many firings (a neuron in a timestep).
 */
public final class TraceFormat {

  /** The version that is written, and the latest that is read. */
  public static final int VERSION = 1;

  /** Messages from this template id on may be skipped by a reader that does not know them. */
  public static final int FIRST_OPTIONAL_TEMPLATE = 100;

  /** The largest body of a frame, in bytes. */
  public static final int MAX_BODY = 1 << 30;

  static final int MAGIC_LENGTH = 8;

  /** Bytes of a SHA-256 digest. */
  static final int DIGEST_LENGTH = 32;

  private TraceFormat() {}

  /** Not text, names the format, and breaks where line ends or the eighth bit are changed. */
  static byte[] magic() {
    return new byte[] {(byte) 0x89, 'S', 'L', 'T', '\r', '\n', 0x1a, '\n'};
  }
}
