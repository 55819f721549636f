package org.spikeledger.simulator.profile;

/** What the values of one call of a layer are, as other tools ask. */
final class CallValues {

  private boolean spiking = true;
  private boolean signed = true;
  private boolean twoValued = true;
  private float first = Float.NaN;
  private float second = Float.NaN;
  private double sum;
  private int count;

  void add(float value) {
    spiking &= value == 0f || value == 1f;
    signed &= value == 0f || value == 1f || value == -1f;
    twoValued &= value >= 0f && value <= 1f && isOneOfTwo(value);
    sum += value;
    count++;
  }

  private boolean isOneOfTwo(float value) {
    if (Float.isNaN(first)) {
      first = value;
    } else if (value != first && Float.isNaN(second)) {
      second = value;
    }
    return value == first || value == second;
  }

  /** Whether all are 0 or 1 (SpikingJelly). */
  boolean isSpiking() {
    return spiking;
  }

  /** Whether all are -1, 0 or 1 (NeuroBench). */
  boolean isSigned() {
    return signed;
  }

  /** Whether there are at most two different ones, in 0..1 (syops). */
  boolean isTwoValued() {
    return twoValued;
  }

  double mean() {
    return sum / count;
  }
}
