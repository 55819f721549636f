package org.spikeledger.simulator.energy;

import org.spikeledger.models.BadInputException;

/**
 * What operations and memory accesses cost, at one precision: the content of a cost model file
 * (JSON, one member a component, all of them needed).
 *
 * @param name as commands and reports name it
 * @param source where the prices are published
 * @param technology process and supply voltage
 * @param precision of weights and sums, in words
 * @param operations prices of operations
 * @param wordBits widths of what is stored
 * @param memory prices of memory accesses
 */
public record CostModel(
    String name,
    String source,
    String technology,
    String precision,
    OperationPrices operations,
    WordBits wordBits,
    MemoryPrices memory) {

  /** Checks that every text says something. */
  public CostModel {
    checkText("name", name);
    checkText("source", source);
    checkText("technology", technology);
    checkText("precision", precision);
  }

  /** The same with another memory for buffers beyond the largest SRAM. */
  public CostModel beyondSram(BeyondSram beyond) {
    return new CostModel(
        name, source, technology, precision, operations, wordBits, memory.beyondSram(beyond));
  }

  private static void checkText(String field, String text) {
    if (text.isBlank()) {
      throw new BadInputException("a text must not be blank: field=" + field);
    }
  }
}
