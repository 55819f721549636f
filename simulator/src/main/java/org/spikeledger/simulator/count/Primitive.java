package org.spikeledger.simulator.count;

import java.util.List;

/**
 * What is counted, exactly, a layer and a timestep. The counts describe the algorithm, not the
 * kernel that ran it. The declared order is the order in digests and traces.
 *
 * <p>An edge without weights (from a population or a pool straight to a population) counts as a
 * one-to-one synapse of weight 1.
 */
public enum Primitive {
  /** Spikes fired; a neuron that gives n spikes in one timestep counts n. */
  SPIKES("spikes"),
  /** Events that arrived. A directly encoded input arrives once, at timestep 0. */
  EVENTS_IN("eventsIn"),
  /** Events still in flight after the last timestep. */
  UNDELIVERED("undelivered"),
  /** Synapses crossed by events that are statically 0 or 1: an event's true fan-out. */
  ACCUMULATES("accumulates"),
  /** Synapses crossed by graded, signed or analog events. */
  MULTIPLY_ACCUMULATES("multiplyAccumulates"),
  /** Accumulates over synapses whose weight is not zero. */
  EFFECTIVE_ACCUMULATES("effectiveAccumulates"),
  /** Multiply-accumulates over synapses whose weight is not zero. */
  EFFECTIVE_MULTIPLY_ACCUMULATES("effectiveMultiplyAccumulates"),
  /**
   * Over pooled events, those of a directly encoded input apart: the number of events that the pool
   * gathered into one, times its true fan-out, as if the pool passed each one on.
   */
  EXPANDED_ACCUMULATES("expandedAccumulates"),
  /** The part of multiply-accumulates that pooled events cause; never one of the direct ones. */
  POOLED_MULTIPLY_ACCUMULATES("pooledMultiplyAccumulates"),
  /** The part of multiply-accumulates that a directly encoded input causes, once an inference. */
  DIRECT_MULTIPLY_ACCUMULATES("directMultiplyAccumulates"),
  /**
   * Events times the fan-out that they would have without borders and stride: Cout*k*k of a
   * convolution's group, Nout of a linear layer; without those of a directly encoded input. The
   * term of Lemaire et al. 2022.
   */
  BORDERLESS_FAN_OUT("borderlessFanOut"),
  /**
   * Neurons with at least one event over an existing synapse. The current of a directly encoded
   * input arrives at every timestep.
   */
  TOUCHED("touched"),
  /** Neurons with at least one event over a synapse whose weight is not zero. */
  EFFECTIVE_TOUCHED("effectiveTouched"),
  /**
   * Neurons touched, or fired in the last timestep, or with a bias or drift that is not zero, or
   * with a synaptic current that is not zero before the timestep, or, where potentials are sent,
   * with a potential that is not zero before it.
   */
  VISITED("visited"),
  /** Neurons whose membrane potential's bits after reset differ from those before leak. */
  UPDATED("updated");

  /** All primitives in declared order. */
  public static final List<Primitive> ALL = List.of(values());

  private final String key;

  Primitive(String key) {
    this.key = key;
  }

  /** Its place in the declared order, which digests and traces fix. */
  public int position() {
    return ordinal();
  }

  /** The name in JSON, traces and tables. */
  public String key() {
    return key;
  }
}
