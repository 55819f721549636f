package org.spikeledger.models.nir;

/** How much a file from outside may ask for. */
final class HdfLimits {

  /** The largest file that is read, in bytes. */
  static final long FILE_BYTES = 1L << 30;

  /** What all datasets of one file may unpack to, in bytes. */
  static final long UNPACKED_BYTES = 3L << 30;

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

  private HdfLimits() {}
}
