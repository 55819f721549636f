package org.spikeledger.simulator.kernel;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * The inner loops of the event engine. All implementations give the same bits: one lane is one
 * postsynaptic neuron, sums run in the order of the events, nothing is fused. Without state; all
 * threads may share one.
 */
public interface Kernels {

  /** The name in results, such as {@code scalar} or {@code vector512}. */
  String name();

  /**
   * Sets the currents of a block's channels, group by group, in all target pixels whose window sees
   * or saw events: their bias, plus the rows of the events in the window.
   *
   * @param runs the events of each window, pixel after pixel, in each group after group; without
   *     values where the rows are bytes
   * @param weights of the connection
   * @param block some of its channels
   * @param currents to be set; those of windows that saw no event the last time are their bias
   * @param layout of the currents
   */
  void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout);

  /**
   * Updates the neurons of some pixels: leak, current, drift, spike, reset.
   *
   * @param parameters of the population
   * @param potentials read and written
   * @param currents read; laid out as the potentials
   * @param layout of both
   * @param fromPixel the first
   * @param toPixel after the last
   * @param fired receives who fired, pixel after pixel; its {@code updated} grows
   */
  void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      Layout layout,
      int fromPixel,
      int toPixel,
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
