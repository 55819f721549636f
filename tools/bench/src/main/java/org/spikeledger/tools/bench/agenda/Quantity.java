package org.spikeledger.tools.bench.agenda;

/** How a speed is shown. */
public enum Quantity {
  /** Work is images; fewer microseconds an image are better. */
  MICROSECONDS_PER_IMAGE("µs per image") {
    @Override
    public double figure(double microseconds, double work) {
      return microseconds / work;
    }
  },
  /** Work is synaptic operations; more of them a second are better. */
  GIGA_SYNAPTIC_OPERATIONS_PER_SECOND("G synaptic operations/s") {
    @Override
    public double figure(double microseconds, double work) {
      return work / microseconds / 1e3;
    }
  };

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /** The unit in full. */
  public String unit() {
    return unit;
  }

  /** The figure of an operation that takes so long and does so much work. */
  public abstract double figure(double microseconds, double work);
}
