package org.spikeledger.simulator.energy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * The energy of an inference, item by item.
 *
 * @param accounting which variant, in words
 * @param layers in topological order
 */
public record Bill(String accounting, List<LayerBill> layers) implements Comparison {

  /** Copies what can change. */
  public Bill {
    layers = List.copyOf(layers);
  }

  /**
   * A bill for each rule of what a pooled input is.
   *
   * @param layer what a layer costs under a rule
   */
  static List<Bill> byPooledInput(
      CountedActivity activity, BiFunction<LayerActivity, PooledInput, LayerBill> layer) {
    return Arrays.stream(PooledInput.values())
        .map(
            rule ->
                new Bill(
                    "pooled input: " + rule.key(),
                    activity.layerActivities().stream()
                        .map(each -> layer.apply(each, rule))
                        .toList()))
        .toList();
  }

  @Override
  public double snnPj() {
    return layers.stream().mapToDouble(LayerBill::snnPj).sum();
  }

  @Override
  public double annPj() {
    return layers.stream().mapToDouble(LayerBill::annPj).sum();
  }

  /**
   * The factor on all measured rates at which both cost the same; empty where the items that no
   * event causes cost more than the ANN already, or no event costs anything. A straight line
   * through what was measured: where an item grows no further with the rate, the true factor is
   * larger.
   */
  public OptionalDouble crossover() {
    double byEvents = layers.stream().mapToDouble(LayerBill::eventsPj).sum();
    return Crossover.of(annPj(), snnPj() - byEvents, byEvents);
  }
}
