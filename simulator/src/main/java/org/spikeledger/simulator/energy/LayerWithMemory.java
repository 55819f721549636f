package org.spikeledger.simulator.energy;

import java.util.OptionalDouble;

/**
 * A layer's operations and memory accesses, as a mean an inference.
 *
 * @param layer its name
 * @param snnComputePj the SNN's operations, in pJ
 * @param snnMemory the SNN's memory
 * @param annComputePj the ANN's operations, in pJ
 * @param annMemory the ANN's memory
 * @param crossover the factor on all rates at which both cost the same, where there is one
 */
public record LayerWithMemory(
    String layer,
    double snnComputePj,
    MemoryPj snnMemory,
    double annComputePj,
    MemoryPj annMemory,
    OptionalDouble crossover)
    implements Comparison {

  LayerWithMemory(
      String layer,
      double snnComputePj,
      MemoryPj snnMemory,
      double annComputePj,
      MemoryPj annMemory) {
    this(layer, snnComputePj, snnMemory, annComputePj, annMemory, OptionalDouble.empty());
  }

  LayerWithMemory withCrossover(OptionalDouble factor) {
    return new LayerWithMemory(layer, snnComputePj, snnMemory, annComputePj, annMemory, factor);
  }

  @Override
  public double snnPj() {
    return snnComputePj + snnMemory.total();
  }

  @Override
  public double annPj() {
    return annComputePj + annMemory.total();
  }
}
