package org.spikeledger.simulator.encode;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.NpyArray;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Samples of an array (sample, timestep, ...), the rest being the input's shape in NIR's order or
 * as many values in one dimension. A value is an event of that timestep wherever it is not zero.
 * Where all values are 0 or 1 they are spikes, else currents. Safe for several threads.
 */
public final class ArraySource implements InputSource {

  private final String name;
  private final NpyArray array;
  private final Optional<int[]> labels;
  private final Shape shape;
  private final CanonicalOrder order;
  private final ValueKind kind;

  /**
   * The samples of an array.
   *
   * @param name of the dataset, as the user gave it
   * @param array of numbers
   * @param labels one a sample; empty where they are not known
   * @param shape of the network's input
   * @throws BadInputException if shapes do not fit, or a value is not finite in float32
   */
  public ArraySource(String name, NpyArray array, Optional<int[]> labels, Shape shape) {
    this.name = name;
    this.array = array;
    this.labels = labels;
    this.shape = shape;
    this.order = CanonicalOrder.of(shape);
    checkShape();
    kind = kindOfValues();
  }

  private void checkShape() {
    Shape all = array.shape();
    Shape rest = new Shape(all.dimensions().subList(Math.min(2, all.rank()), all.rank()));
    boolean isFlat = rest.rank() == 1 && rest.size() == shape.size();
    if (all.rank() < 3 || !(rest.equals(shape) || isFlat) || array.columns().size() != 1) {
      throw new BadInputException(
          "an array of samples is (sample, timestep) and then the network's input: array=%s input=%s %s"
              .formatted(all, shape, array.where()));
    }
  }

  private ValueKind kindOfValues() {
    boolean binary = true;
    for (int i = 0; i < array.size(); i++) {
      float value = (float) array.number(i);
      if (!Float.isFinite(value)) {
        throw new BadInputException(
            "an input value must be finite: value=%s index=%d %s"
                .formatted(array.number(i), i, array.where()));
      }
      binary &= value == 0 || value == 1;
    }
    return binary ? ValueKind.BINARY : ValueKind.GRADED;
  }

  /** The number of timesteps that the array covers. */
  public int timesteps() {
    return array.shape().dimension(1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String encoder() {
    return kind == ValueKind.BINARY ? "array" : "array graded";
  }

  @Override
  public int size() {
    return array.shape().dimension(0);
  }

  @Override
  public ValueKind kind() {
    return kind;
  }

  @Override
  public EncodedInput input(int index) {
    EventCollector events = new EventCollector(shape, kind);
    for (int t = 0; t < timesteps(); t++) {
      int from = (index * timesteps() + t) * shape.size();
      for (int i = 0; i < shape.size(); i++) {
        events.add(i, (float) array.number(from + order.toNir(i)));
      }
      events.endTimestep();
    }
    return events.input();
  }

  @Override
  public int label(int index) {
    return labels.map(known -> known[index]).orElse(-1);
  }
}
