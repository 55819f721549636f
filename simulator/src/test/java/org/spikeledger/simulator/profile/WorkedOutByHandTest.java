package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.energy.PooledInput;

/**
 * A network a row: the spikes before its one connection, then as arithmetic the events that arrive,
 * the synapses that they cross, the weights read where each row is read once a timestep, and the
 * energy with a pooled event as a MAC (4.6 pJ) and as so many accumulates (0.9 pJ).
 */
class WorkedOutByHandTest {

  private static final double AC = 0.9;
  private static final double MAC = 4.6;
  private static final AvgPool2d POOL = AvgPool2d.of(2);

  record Case(
      String name,
      HandNetwork network,
      List<int[]> spikes,
      long events,
      long crossings,
      long weightsOnce,
      double gradedPj,
      double expandedPj) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        // Kernels, borders and strides.
        unpooled("kernel 1x1", conv(1, 2, 3, 1, 1, 0), at(0, 3), 2, 2 * 3, 3),
        unpooled("no padding, one window", conv(1, 3, 1, 3, 1, 0), at(0, 4, 8), 3, 3, 3),
        unpooled("windows side by side", conv(1, 4, 2, 2, 2, 0), at(0, 1, 5), 3, 3 * 2, 3 * 2),
        unpooled("a stride past the kernel", conv(1, 4, 1, 1, 3, 0), at(0, 3, 5), 3, 1 + 1 + 0, 1),
        unpooled("padding wide enough for all taps", conv(1, 2, 1, 3, 1, 2), at(0, 3), 2, 2 * 9, 9),
        unpooled("dilated taps miss", dilated(), at(0, 6, 12), 3, 1 + 0 + 1, 2),
        unpooled("along a sequence", sequence(), at(0, 2), 2, 2 + 3, 3),
        // Channels and groups.
        unpooled("two channels of a pixel", conv(2, 2, 1, 1, 1, 0), at(0, 1), 2, 2, 2),
        unpooled("depthwise", grouped(3, 3, 1, 0, 3), at(0, 1, 2), 3, 3, 3),
        unpooled("two groups at a corner", grouped(2, 4, 3, 1, 2), at(0), 1, 4 * 2, 4 * 2),
        // Linear layers and scales.
        unpooled("no spike", linear(1, 3, 3), at(), 0, 0, 0),
        unpooled("every neuron fires", linear(1, 4, 4), at(0, 1, 2, 3), 4, 4 * 4, 4 * 4),
        unpooled("zero weights are crossed", zeros(), at(0, 1), 2, 2 * 2, 2 * 2),
        unpooled("a weight an element", scale(), at(0, 2), 2, 2, 2),
        // Five timesteps.
        unpooled("T = 5, a spike in each", linear(5, 2, 1), each(5, 0), 5, 5 * 2, 5 * 2),
        unpooled("T = 5, the centre", centre(), each(5, 4), 5, 5 * 9, 5 * 9),
        // Pools: k/4 for k spikes in a window. Two opposite corners of a 2x2 map share one tap.
        pooled(
            "a full window and a quarter",
            mapBehindPool(),
            at(0, 1, 4, 5, 15),
            2,
            4 + 4,
            7,
            (4 + 1) * 4),
        pooled("one spike in two windows", overlapping(), at(1), 2, 2 * 2, 2 * 2, (1 + 1) * 2),
        pooled("a pool of a pool", twice(), at(0, 5), 1, 3, 3, 2 * 3),
        pooled("a sum of three", sum(), at(0, 1, 2), 1, 3, 3, 3 * 3));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsAndEnergiesAreThoseWorkedOut(Case each) {
    HandNetwork.Result result = each.network().run(each.spikes().toArray(int[][]::new));

    assertEquals(each.events(), result.connection().events());
    assertEquals(each.crossings(), result.connection().crossings());
    assertEquals(each.crossings(), result.counts().synapticOperations(1));
    assertEquals(each.weightsOnce(), result.connection().weightsUsedOnce());
    assertEquals(each.gradedPj(), result.snnPj(PooledInput.GRADED), 1e-9);
    assertEquals(each.expandedPj(), result.snnPj(PooledInput.EXPANDED), 1e-9);
  }

  private static Case unpooled(
      String name,
      HandNetwork network,
      List<int[]> spikes,
      long events,
      long crossings,
      long once) {
    double pj = crossings * AC;
    return new Case(name, network, spikes, events, crossings, once, pj, pj);
  }

  private static Case pooled(
      String name,
      HandNetwork network,
      List<int[]> spikes,
      long events,
      long crossings,
      long once,
      long expanded) {
    return new Case(name, network, spikes, events, crossings, once, crossings * MAC, expanded * AC);
  }

  private static List<int[]> at(int... neurons) {
    return List.of(neurons);
  }

  private static List<int[]> each(int timesteps, int neuron) {
    return Collections.nCopies(timesteps, new int[] {neuron});
  }

  /** A square map, then a convolution of ones. */
  private static HandNetwork conv(int in, int side, int out, int kernel, int stride, int padding) {
    return HandNetwork.of(
        Shape.of(in, side, side), 1, HandNetwork.conv(out, in, kernel, stride, padding, 1));
  }

  private static HandNetwork grouped(int in, int out, int kernel, int padding, int groups) {
    return HandNetwork.of(
        Shape.of(in, 2, 2), 1, HandNetwork.conv(out, in, kernel, 1, padding, groups));
  }

  /** Taps at rows and columns 0, 2 and 4. */
  private static HandNetwork dilated() {
    Conv2d conv =
        new Conv2d(
            HandNetwork.ones(1, 1, 3, 3),
            Optional.empty(),
            Extent2d.of(1),
            Padding.of(0, 0),
            Extent2d.of(2),
            1);
    return HandNetwork.of(Shape.of(1, 5, 5), 1, conv);
  }

  private static HandNetwork sequence() {
    return HandNetwork.of(
        Shape.of(1, 5), 1, new Conv1d(HandNetwork.ones(1, 1, 3), Optional.empty(), 1, 1, 1, 1, 1));
  }

  private static HandNetwork linear(int timesteps, int out, int in) {
    return HandNetwork.of(Shape.of(in), timesteps, HandNetwork.linear(out, in));
  }

  private static HandNetwork zeros() {
    return HandNetwork.of(Shape.of(2), 1, new Linear(Tensor.of(Shape.of(2, 2), 0, 0, 0, 0)));
  }

  private static HandNetwork scale() {
    return HandNetwork.of(Shape.of(3), 1, new Scale(Tensor.of(Shape.of(3), 1, 2, 3)));
  }

  private static HandNetwork centre() {
    return HandNetwork.of(Shape.of(1, 3, 3), 5, HandNetwork.conv(1, 1, 3, 1, 1, 1));
  }

  private static HandNetwork mapBehindPool() {
    return HandNetwork.of(Shape.of(1, 4, 4), 1, POOL, HandNetwork.conv(1, 1, 3, 1, 1, 1));
  }

  private static HandNetwork overlapping() {
    Node pool = new AvgPool2d(Extent2d.of(2), Extent2d.of(1), Extent2d.of(0), true);
    return HandNetwork.of(Shape.of(1, 2, 3), 1, pool, Flatten.ALL, HandNetwork.linear(2, 2));
  }

  private static HandNetwork twice() {
    return HandNetwork.of(Shape.of(1, 4, 4), 1, POOL, POOL, Flatten.ALL, HandNetwork.linear(3, 1));
  }

  private static HandNetwork sum() {
    Node pool = new SumPool2d(Extent2d.of(2), Extent2d.of(2), Extent2d.of(0));
    return HandNetwork.of(Shape.of(1, 2, 2), 1, pool, Flatten.ALL, HandNetwork.linear(3, 1));
  }
}
