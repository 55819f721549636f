package org.spikeledger.simulator.encode;

import org.spikeledger.models.graph.ValueKind;

/** A sequence of encoded inputs. Several threads may ask at the same time. */
public interface InputSource {

  /** The name of the dataset, as the user gave it. */
  String name();

  /**
   * The encoder with all that decides what it makes of a sample, its seed too, as a text that is
   * part of the run's fingerprint.
   */
  String encoder();

  /** How many inputs there are. */
  int size();

  /** What is known of all inputs before anything runs; every input's kind is this one. */
  ValueKind kind();

  /** The input at an index from 0. */
  EncodedInput input(int index);

  /** The class of the input at an index, or -1 where it is not known. */
  int label(int index);
}
