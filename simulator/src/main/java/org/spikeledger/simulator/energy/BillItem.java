package org.spikeledger.simulator.energy;

/**
 * So many of something, as a mean an inference, at a price.
 *
 * @param what is charged
 * @param count how many, at least 0
 * @param pricePj of one, in pJ
 * @param byEvents whether the count follows the events, so that it scales with the spike rates
 */
public record BillItem(String what, double count, double pricePj, boolean byEvents) {

  /** An item whose count follows the events. */
  static BillItem ofEvents(String what, double count, double pricePj) {
    return new BillItem(what, count, pricePj, true);
  }

  /** An item that is there whatever fires. */
  static BillItem fixed(String what, double count, double pricePj) {
    return new BillItem(what, count, pricePj, false);
  }

  /** What it comes to, in pJ. */
  public double pj() {
    return count * pricePj;
  }
}
