package org.spikeledger.training.export;

/**
 * Rounds float32 values to fewer explicit mantissa bits, half to even, so that files compress. The
 * exponent may grow by one; subnormal values keep the same absolute grid.
 *
 * @param bits explicit mantissa bits that stay, 1..23; 23 changes nothing
 */
public record MantissaRounding(int bits) {
  private static final int FLOAT_BITS = 23;

  /** The rounded value. */
  public float round(float value) {
    int dropped = FLOAT_BITS - bits;
    if (dropped == 0 || !Float.isFinite(value)) {
      return value;
    }
    int raw = Float.floatToRawIntBits(value);
    int lowestKept = (raw >>> dropped) & 1;
    int rounded = raw + (1 << (dropped - 1)) - 1 + lowestKept;
    return Float.intBitsToFloat(rounded & -(1 << dropped));
  }

  /** Rounds every value in place and returns the array. */
  public float[] round(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = round(values[i]);
    }
    return values;
  }
}
