package org.spikeledger.models.nir;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Tensor;

/** Reads a Conv1d node. */
final class Conv1dReader {

  private final NodeFields fields;
  private final DeclaredShapes declared;

  Conv1dReader(NodeFields fields, DeclaredShapes declared) {
    this.fields = fields;
    this.declared = declared;
  }

  Conv1d read() {
    Tensor weight = fields.tensor("weight");
    if (weight.shape().rank() != 3) {
      throw new BadInputException(
          "the weight of Conv1d has three dimensions: weight=%s node=%s"
              .formatted(weight.shape(), fields.node()));
    }
    fields
        .optionalShape("input_shape")
        .ifPresent(shape -> declared.ofArrivingLength(fields.node(), "input_shape", shape));
    int dilation = fields.whole("dilation");
    int[] padding = padding(weight.shape().dimension(2), dilation);
    return new Conv1d(
        weight,
        fields.bias(),
        fields.whole("stride"),
        padding[0],
        padding[1],
        dilation,
        fields.whole("groups"));
  }

  private int[] padding(int kernel, int dilation) {
    Optional<NodeFields> metadata =
        fields.metadata().filter(said -> said.has(MetadataKeys.PADDING));
    int[] inFile = inFile(kernel, dilation);
    return metadata.isPresent() ? metadata.get().wholes(MetadataKeys.PADDING, 2) : inFile;
  }

  private int[] inFile(int kernel, int dilation) {
    if (!fields.isText("padding")) {
      int both = fields.whole("padding");
      return new int[] {both, both};
    }
    String text = fields.text("padding");
    return switch (text) {
      case "same" -> {
        Padding same = SamePadding.of(new Extent2d(1, kernel), new Extent2d(1, dilation));
        yield new int[] {same.left(), same.right()};
      }
      case "valid" -> new int[] {0, 0};
      default ->
          throw new BadInputException(
              "a padding in words is same or valid: padding=" + text + " node=" + fields.node());
    };
  }
}
