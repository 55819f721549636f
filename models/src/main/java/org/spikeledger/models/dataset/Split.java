package org.spikeledger.models.dataset;

/** Which part of a dataset is meant. */
public enum Split {
  /** The images that a network learns from. */
  TRAIN,
  /** The images that its accuracy is measured on. */
  TEST
}
