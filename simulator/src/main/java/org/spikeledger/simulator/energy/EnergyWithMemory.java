package org.spikeledger.simulator.energy;

import java.util.List;
import java.util.OptionalDouble;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * A network's operations and memory accesses under one set of assumptions; {@link MemoryPj} has the
 * formula.
 *
 * @param pooledInput what operations are
 * @param reuse of weights and inputs, on both sides
 * @param membraneAccess how often the SNN's potentials are read and written
 * @param layers in topological order, the output last
 * @param crossover the factor on all measured rates at which both cost the same; empty where the
 *     SNN costs more without a single spike
 */
public record EnergyWithMemory(
    PooledInput pooledInput,
    Reuse reuse,
    MembraneAccess membraneAccess,
    List<LayerWithMemory> layers,
    OptionalDouble crossover)
    implements Comparison {

  /** Copies what can change. */
  public EnergyWithMemory {
    layers = List.copyOf(layers);
  }

  @Override
  public double snnPj() {
    return layers.stream().mapToDouble(LayerWithMemory::snnPj).sum();
  }

  @Override
  public double annPj() {
    return layers.stream().mapToDouble(LayerWithMemory::annPj).sum();
  }

  /** The SNN's memory, all layers together. */
  public MemoryPj snnMemory() {
    return layers.stream().map(LayerWithMemory::snnMemory).reduce(MemoryPj::plus).orElseThrow();
  }

  /** The ANN's memory, all layers together. */
  public MemoryPj annMemory() {
    return layers.stream().map(LayerWithMemory::annMemory).reduce(MemoryPj::plus).orElseThrow();
  }
}
