package org.spikeledger.simulator.kernel;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.plan.NeuronParameters;

/**
 * The inner loops of the event engine. All implementations give the same bits: one lane is one
 * postsynaptic neuron, sums run in the order of the events, nothing is fused. Without state; all
 * threads may share one.
 */
public interface Kernels {

  /** The name in results, such as {@code scalar} or {@code vector512}. */
  String name();

  /**
   * Sets the currents of one target pixel: its bias, plus the rows of the events in its window.
   *
   * @param runs the events and where their rows lie
   * @param rows packed weights
   * @param rowBytes from one row to the next
   * @param bias of the target channels
   * @param biasOffset byte offset of the first one
   * @param currents to be set
   * @param offset byte offset of the first one
   * @param width how many channels
   */
  void gather(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset,
      int width);

  /**
   * Updates the neurons of one pixel: leak, current, drift, spike, reset.
   *
   * @param parameters of the population
   * @param potentials read and written
   * @param currents read; laid out as the potentials
   * @param offset byte offset of the pixel in both
   * @param width channels of the pixel
   * @param firstIndex canonical index of the pixel's first neuron
   * @param fired receives who fired; its {@code updated} grows
   */
  void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired);

  /**
   * Adds values element by element: {@code sum[i] = sum[i] + values[i]}.
   *
   * @param sum read and written
   * @param values read
   * @param count how many floats, from the start of both
   */
  void add(MemorySegment sum, MemorySegment values, long count);
}
