package org.spikeledger.simulator.energy;

/**
 * A layer's operations and memory accesses, as a mean an inference.
 *
 * @param layer its name
 * @param snnComputePj the SNN's operations, in pJ
 * @param snnMemory the SNN's memory
 * @param annComputePj the ANN's operations, in pJ
 * @param annMemory the ANN's memory
 */
public record LayerWithMemory(
    String layer, double snnComputePj, MemoryPj snnMemory, double annComputePj, MemoryPj annMemory)
    implements Comparison {

  @Override
  public double snnPj() {
    return snnComputePj + snnMemory.total();
  }

  @Override
  public double annPj() {
    return annComputePj + annMemory.total();
  }
}
