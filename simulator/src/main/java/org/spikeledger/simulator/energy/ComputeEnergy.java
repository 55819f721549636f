package org.spikeledger.simulator.energy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A network's operations without memory: what the paper's alpha compares.
 *
 * <pre>
 * E_ANN = E_MAC * sum_l MAC_l
 * E_SNN = E_MAC * MAC_1 * passes + sum_l (E_AC * AC_l + E_MAC * MAC'_l)
 * </pre>
 *
 * where MAC_l is dense, passes follows from {@link FirstLayer}, and AC_l and MAC'_l from {@link
 * PooledInput}. Leak, threshold, reset, bias and pooling are charged on neither side.
 *
 * @param pooledInput what operations are
 * @param layers in topological order, the output last
 */
public record ComputeEnergy(PooledInput pooledInput, List<LayerEnergy> layers)
    implements Comparison {

  /** The formula in words, for reports. */
  public static final String FORMULA =
      "alpha = E_ANN / E_SNN; E_ANN = E_MAC * dense operations; E_SNN = E_MAC * the directly encoded"
          + " layer's + E_AC * AC + E_MAC * MAC over events; leak, threshold, reset, bias and"
          + " pooling are charged on neither side";

  /** Copies what can change. */
  public ComputeEnergy {
    layers = List.copyOf(layers);
  }

  @Override
  public double snnPj() {
    return directPj() + eventsPj();
  }

  @Override
  public double annPj() {
    return layers.stream().mapToDouble(LayerEnergy::annPj).sum();
  }

  /** The directly encoded layers' part of the SNN's energy, in pJ. */
  public double directPj() {
    return layers.stream().mapToDouble(LayerEnergy::directPj).sum();
  }

  /** The part of the SNN's energy that events cause, in pJ. */
  public double eventsPj() {
    return layers.stream().mapToDouble(LayerEnergy::eventsPj).sum();
  }

  /** The directly encoded layers' share of the SNN's energy, 0..1. */
  public Ratio firstLayerShare() {
    return new Ratio(directPj(), snnPj());
  }

  /**
   * The alpha of a network without a single spike: MAC / MAC_1 where both sides pay one price and
   * the first layer is charged once. No sparsity goes beyond it.
   */
  public Ratio ceiling() {
    return new Ratio(annPj(), directPj());
  }

  /**
   * The factor on all measured rates at which SNN and ANN cost the same: above 1 the SNN wins now,
   * below 1 the ANN does. Empty where no event costs anything, and where the directly encoded layer
   * alone costs more than the ANN.
   */
  public OptionalDouble crossover() {
    return Crossover.of(annPj(), directPj(), eventsPj());
  }
}
