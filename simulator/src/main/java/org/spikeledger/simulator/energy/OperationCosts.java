package org.spikeledger.simulator.energy;

/**
 * What operations and memory accesses cost, at one precision (file kind {@code operations}).
 *
 * @param name as commands and reports name it
 * @param source where the prices are published
 * @param technology process and supply voltage
 * @param precision of weights and sums, in words
 * @param operations prices of operations
 * @param wordBits widths of what is stored
 * @param memory prices of memory accesses
 */
public record OperationCosts(
    String name,
    String source,
    String technology,
    String precision,
    OperationPrices operations,
    WordBits wordBits,
    MemoryPrices memory)
    implements CostModel {

  /** Checks that every text says something. */
  public OperationCosts {
    CostModel.checkTexts(name, source, technology, precision);
  }

  /** The same with another memory for buffers beyond the largest SRAM. */
  public OperationCosts beyondSram(BeyondSram beyond) {
    return new OperationCosts(
        name, source, technology, precision, operations, wordBits, memory.beyondSram(beyond));
  }
}
