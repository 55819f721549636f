package org.spikeledger.models.nir;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;

/** Reads one node of a file by its type. */
final class NodeReader {

  private final ImportOptions options;
  private final ImportNotes notes;
  private final DeclaredShapes declared;

  NodeReader(ImportOptions options, ImportNotes notes, DeclaredShapes declared) {
    this.options = options;
    this.notes = notes;
    this.declared = declared;
  }

  Node read(String name, HdfGroup group) {
    NodeFields fields = new NodeFields(name, group);
    String type = fields.text("type");
    Node node =
        switch (type) {
          case "Input" -> new Input(fields.shape("shape"));
          case "Output" -> output(fields);
          case "Conv2d" -> convolution(fields);
          case "Linear" -> new Linear(fields.tensor("weight"));
          case "Affine" -> new Affine(fields.tensor("weight"), fields.tensor("bias"));
          case "SumPool2d" ->
              new SumPool2d(
                  fields.pair("kernel_size"), fields.pair("stride"), fields.pair("padding"));
          case "AvgPool2d" -> average(fields);
          case "Flatten" -> flatten(fields);
          case "Delay" -> new DelayReader(fields, options, notes).read();
          case "Conv1d" -> new Conv1dReader(fields, declared).read();
          case "Scale" -> new Scale(fields.numbers("scale").broadcast());
          case "I", "IF", "LI", "LIF", "CubaLI", "CubaLIF", "Threshold" -> population(type, fields);
          default ->
              throw new BadInputException(
                  "the node type is not supported yet: type=" + type + " node=" + name);
        };
    fields.warnOfUnread(notes);
    return node;
  }

  private Output output(NodeFields fields) {
    fields
        .optionalShape("shape")
        .ifPresent(shape -> declared.ofValues(fields.node(), "shape", shape));
    return fields
        .metadata()
        .filter(metadata -> metadata.has(MetadataKeys.SCALE))
        .map(metadata -> new Output(metadata.tensor(MetadataKeys.SCALE)))
        .orElseGet(Output::new);
  }

  private Conv2d convolution(NodeFields fields) {
    Tensor weight = fields.tensor("weight");
    if (weight.shape().rank() != 4) {
      throw new BadInputException(
          "the weight of Conv2d has four dimensions: weight=%s node=%s"
              .formatted(weight.shape(), fields.node()));
    }
    fields
        .optionalShape("input_shape")
        .ifPresent(shape -> declared.ofArrivingMap(fields.node(), "input_shape", shape));
    Extent2d dilation = fields.pair("dilation");
    Optional<NodeFields> metadata = fields.metadata();
    return new Conv2d(
        weight,
        fields.bias(),
        fields.pair("stride"),
        padding(
            fields,
            metadata,
            new Extent2d(weight.shape().dimension(2), weight.shape().dimension(3)),
            dilation),
        dilation,
        fields.whole("groups"));
  }

  private static Padding padding(
      NodeFields fields, Optional<NodeFields> metadata, Extent2d kernel, Extent2d dilation) {
    Padding inFile = paddingInFile(fields, kernel, dilation);
    if (metadata.isEmpty() || !metadata.get().has(MetadataKeys.PADDING)) {
      return inFile;
    }
    int[] sides = metadata.get().wholes(MetadataKeys.PADDING, 4);
    return new Padding(sides[0], sides[1], sides[2], sides[3]);
  }

  private static Padding paddingInFile(NodeFields fields, Extent2d kernel, Extent2d dilation) {
    if (!fields.isText("padding")) {
      Extent2d padding = fields.pair("padding");
      return Padding.of(padding.rows(), padding.columns());
    }
    String text = fields.text("padding");
    return switch (text) {
      case "same" -> SamePadding.of(kernel, dilation);
      case "valid" -> Padding.of(0, 0);
      default ->
          throw new BadInputException(
              "a padding in words is same or valid: padding=" + text + " node=" + fields.node());
    };
  }

  private static AvgPool2d average(NodeFields fields) {
    boolean countPadding =
        fields
            .metadata()
            .filter(said -> said.has(MetadataKeys.COUNT_PADDING))
            .map(said -> said.whole(MetadataKeys.COUNT_PADDING) != 0)
            .orElse(true);
    return new AvgPool2d(
        fields.pair("kernel_size"), fields.pair("stride"), fields.pair("padding"), countPadding);
  }

  private Flatten flatten(NodeFields fields) {
    fields
        .optionalShape("input_type")
        .ifPresent(shape -> declared.ofArriving(fields.node(), "input_type", shape));
    return new Flatten(fields.whole("start_dim"), fields.whole("end_dim"));
  }

  private Population population(String type, NodeFields fields) {
    Optional<Population> exact = fields.metadata().flatMap(PopulationMetadata::read);
    if (exact.isPresent()) {
      warnOfEdits(type, fields, new PopulationEquation(exact.get()));
      return exact.get();
    }
    return new PopulationReader(fields, options, notes).read(type);
  }

  private void warnOfEdits(String type, NodeFields fields, PopulationEquation equation) {
    boolean same = type.equals(equation.type());
    for (Map.Entry<String, IntToDoubleFunction> field : equation.fields().entrySet()) {
      Optional<NumericField> numbers = fields.optionalNumbers(field.getKey());
      same =
          same
              && numbers.isPresent()
              && equation.fits(numbers.get().size())
              && isEqual(numbers.get(), field.getValue());
    }
    if (!same) {
      notes.warn(
          "a neuron's fields differ from its metadata, which decides: node=" + fields.node());
    }
  }

  private static boolean isEqual(NumericField numbers, IntToDoubleFunction expected) {
    for (int i = 0; i < numbers.size(); i++) {
      // In float32, to which another tool may have rounded.
      if ((float) numbers.get(i) != (float) expected.applyAsDouble(i)) {
        return false;
      }
    }
    return true;
  }
}
