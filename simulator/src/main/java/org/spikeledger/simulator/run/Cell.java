package org.spikeledger.simulator.run;

import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * One place in the ring of a {@link Pipeline}. Written by the worker that claimed it until it
 * publishes, then read by every {@link CellReader} until all of them have moved on.
 */
final class Cell {
  InferenceRecord record;
  Throwable failure;
  boolean last;
}
