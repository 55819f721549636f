package org.spikeledger.traces.compare;

import org.spikeledger.simulator.engine.SpikeLog;

/** Walks over the neurons of one layer that fired in one timestep. */
final class FiringCursor {

  static final int END = Integer.MAX_VALUE;

  private final SpikeLog log;
  private final int timestep;
  private final int layer;
  private int at;

  FiringCursor(SpikeLog log, int timestep, int layer) {
    this.log = log;
    this.timestep = timestep;
    this.layer = layer;
  }

  boolean atEnd() {
    return at == log.count(timestep, layer);
  }

  void advance() {
    at++;
  }

  int index() {
    return atEnd() ? END : log.index(timestep, layer, at);
  }

  int spikes() {
    return spikesOf(index());
  }

  int spikesOf(int neuron) {
    return !atEnd() && index() == neuron ? log.spikes(timestep, layer, at) : 0;
  }
}
