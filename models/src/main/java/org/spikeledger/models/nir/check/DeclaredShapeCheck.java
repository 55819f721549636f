package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.RawField;
import org.spikeledger.models.nir.RawNetwork;

/** Shapes that a file declares although they follow from the input and the weights. */
final class DeclaredShapeCheck {

  private final ShapeCheck shapes;
  private final List<Finding> findings = new ArrayList<>();

  private DeclaredShapeCheck(ShapeCheck shapes) {
    this.shapes = shapes;
  }

  static List<Finding> of(RawNetwork network, ShapeCheck shapes) {
    DeclaredShapeCheck check = new DeclaredShapeCheck(shapes);
    network
        .nodes()
        .forEach(
            (name, node) -> node.fields().forEach((field, said) -> check.field(name, field, said)));
    return check.findings;
  }

  private void field(String node, String field, RawField said) {
    Optional<Shape> computed =
        switch (field) {
          case "shape" -> shapes.shape(node);
          case "input_type" -> shapes.arriving(node);
          case "input_shape" -> shapes.arriving(node).map(DeclaredShapeCheck::spatial);
          default -> Optional.empty();
        };
    if (computed.isPresent() && said instanceof RawField.Numbers numbers) {
      String declared = text(numbers);
      if (!declared.equals(computed.get().toString())) {
        findings.add(
            Finding.warning(
                "a declared shape differs from the computed one, which counts: %s=%s computed=%s node=%s"
                    .formatted(field, declared, computed.get(), node)));
      }
    }
  }

  /** All extents but the channels. */
  private static Shape spatial(Shape shape) {
    return new Shape(shape.dimensions().subList(Math.min(1, shape.rank()), shape.rank()));
  }

  private static String text(RawField.Numbers numbers) {
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> String.valueOf((long) numbers.get(i)))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
