package org.spikeledger.simulator.energy;

import java.util.List;
import java.util.OptionalDouble;

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
   * event causes cost more than the ANN already, or no event costs anything.
   */
  public OptionalDouble crossover() {
    double byEvents = layers.stream().mapToDouble(LayerBill::eventsPj).sum();
    return Crossover.of(annPj(), snnPj() - byEvents, byEvents);
  }
}
