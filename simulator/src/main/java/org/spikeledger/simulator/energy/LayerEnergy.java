package org.spikeledger.simulator.energy;

import java.util.OptionalDouble;

/**
 * A layer's operations, compute only, as a mean an inference.
 *
 * @param layer its name
 * @param operations that events cause
 * @param directPj multiply-accumulates of a directly encoded input, in pJ
 * @param eventsPj the operations that events cause, in pJ
 * @param annPj the multiply-accumulates of the ANN's layer, in pJ
 */
public record LayerEnergy(
    String layer, Operations operations, double directPj, double eventsPj, double annPj)
    implements Comparison {

  static LayerEnergy of(EnergyModel model, LayerActivity activity, PooledInput pooledInput) {
    Operations operations = pooledInput.of(activity);
    OperationPrices prices = model.snn().operations();
    double direct = activity.directOperations() * model.firstLayer().passes(activity.timesteps());
    return new LayerEnergy(
        activity.facts().layer().name(),
        operations,
        direct * prices.multiplyAccumulatePj(),
        prices.energyPj(operations),
        model.ann().operations(activity.facts())
            * model.ann().costs(activity.facts()).operations().multiplyAccumulatePj());
  }

  @Override
  public double snnPj() {
    return directPj + eventsPj;
  }

  /** See {@link ComputeEnergy#crossover}, for this layer alone. */
  public OptionalDouble crossover() {
    return Crossover.of(annPj, directPj, eventsPj);
  }
}
