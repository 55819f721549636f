package org.spikeledger.models.nir.convert;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * A node that does to each value by itself {@code factor * value + shift}: a Scale; a Linear or
 * Affine whose matrix is diagonal; a Conv2d of one tap that keeps channels apart, as exporters
 * write batch normalisation.
 *
 * @param shape of what arrives and leaves
 * @param factor by flat index in NIR's order
 * @param shift by flat index in NIR's order
 */
record ElementwiseNode(Shape shape, IntToDoubleFunction factor, IntToDoubleFunction shift) {

  static Optional<ElementwiseNode> of(Node node, Shape arriving) {
    return switch (node) {
      case Scale scale -> Optional.of(new ElementwiseNode(arriving, scale.scale()::get, _ -> 0));
      case Linear linear -> diagonal(linear, arriving);
      case Affine affine -> diagonal(affine, arriving);
      case Conv2d conv when isOfOneTap(conv, arriving) -> Optional.of(byChannel(conv, arriving));
      default -> Optional.empty();
    };
  }

  /** Whether nothing is added to a value. */
  boolean isPureScale() {
    return isUniform(shift, 0, shape.size(), 0);
  }

  /** The factor of a channel; empty where its places have different ones. */
  Optional<Double> channelFactor(int channel) {
    return ofChannel(factor, channel);
  }

  /** The shift of a channel; empty where its places have different ones. */
  Optional<Double> channelShift(int channel) {
    return ofChannel(shift, channel);
  }

  /** Whether all places of each channel have one factor and one shift. */
  boolean isByChannel() {
    for (int channel = 0; channel < channels(); channel++) {
      if (channelFactor(channel).isEmpty() || channelShift(channel).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private int channels() {
    return shape.dimension(0);
  }

  private Optional<Double> ofChannel(IntToDoubleFunction values, int channel) {
    int places = shape.size() / channels();
    double first = values.applyAsDouble(channel * places);
    return isUniform(values, channel * places, (channel + 1) * places, first)
        ? Optional.of(first)
        : Optional.empty();
  }

  private static boolean isUniform(IntToDoubleFunction values, int from, int to, double value) {
    for (int i = from; i < to; i++) {
      if (values.applyAsDouble(i) != value) {
        return false;
      }
    }
    return true;
  }

  private static Optional<ElementwiseNode> diagonal(Connection matrix, Shape arriving) {
    Tensor weight = matrix.weight();
    int size = weight.shape().dimension(0);
    if (size != weight.shape().dimension(1)) {
      return Optional.empty();
    }
    for (int i = 0; i < weight.size(); i++) {
      if (i % (size + 1) != 0 && weight.get(i) != 0) {
        return Optional.empty();
      }
    }
    Optional<Tensor> bias = matrix.bias();
    return Optional.of(
        new ElementwiseNode(
            arriving, i -> weight.get(i * (size + 1)), i -> bias.map(b -> b.get(i)).orElse(0f)));
  }

  private static boolean isOfOneTap(Conv2d conv, Shape arriving) {
    return conv.groups() == arriving.channels()
        && conv.channelsOut() == conv.groups()
        && conv.kernel().equals(Extent2d.of(1))
        && conv.stride().equals(Extent2d.of(1))
        && conv.padding().equals(Padding.of(0, 0));
  }

  private static ElementwiseNode byChannel(Conv2d conv, Shape arriving) {
    int places = arriving.rows() * arriving.columns();
    Optional<Tensor> bias = conv.bias();
    return new ElementwiseNode(
        arriving,
        i -> conv.weight().get(i / places),
        i -> bias.map(b -> b.get(i / places)).orElse(0f));
  }
}
