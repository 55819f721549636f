package org.spikeledger.models.nir;

/** How much a file from outside may ask for. */
final class HdfLimits {

  /** The largest file that is read, in bytes. */
  static final long FILE_BYTES = 1L << 30;

  /** The largest file that is kept in memory while it is read, in bytes. */
  static final long LARGEST_FILE_IN_MEMORY = 1L << 26;

  /** The smallest dataset without compression whose values stay in the file, in bytes. */
  static final long SMALLEST_SLICED = 1L << 22;

  /** What all datasets of one file may unpack to, in bytes, however large the file is. */
  static final long UNPACKED_BYTES = 3L << 30;

  /** What all datasets of one file may unpack to, in bytes, however small the file is. */
  static final long LEAST_UNPACKED_BYTES = 1L << 28;

  /** What all datasets of a file may unpack to, as a multiple of its size. */
  static final long UNPACKED_RATIO = 32;

  /** How often, and how many bytes, any file may be looked at. */
  static final long LEAST_READS = 1L << 16;

  /** How often each byte of a file may be looked at, on average. */
  static final long READS_OF_A_BYTE = 16;

  /** How many bytes of a file allow one more look at it; sound files need more than twice that. */
  static final long BYTES_FOR_A_READ = 16;

  /** What one dataset or one chunk may unpack to, in bytes. */
  static final long DATASET_BYTES = 1L << 30;

  /** The most dimensions of a dataset; HDF5 itself allows 32. */
  static final int RANK = 32;

  /** The most members of a group, and so nodes of a network. */
  static final int MEMBERS = 1 << 16;

  /** How deep networks may be nested. */
  static final int DEPTH = 32;

  /** The most texts of a dataset: two for each edge. */
  static final int TEXTS = 1 << 18;

  /** The most characters of a text. */
  static final int TEXT_LENGTH = 1 << 16;

  /** The most values that all nodes of a network send in one timestep together. */
  static final long NETWORK_VALUES = 1L << 26;

  private HdfLimits() {}
}
