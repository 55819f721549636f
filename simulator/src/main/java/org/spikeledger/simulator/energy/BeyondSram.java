package org.spikeledger.simulator.energy;

/** What an access costs where a buffer is larger than the largest SRAM with a price. */
public enum BeyondSram {
  /** As in the largest SRAM with a price. */
  CONSTANT("the price of the largest SRAM"),
  /** As in DRAM. */
  DRAM("DRAM");

  private final String text;

  BeyondSram(String text) {
    this.text = text;
  }

  /** In words, for reports. */
  public String text() {
    return text;
  }
}
