package org.spikeledger.models.nir.convert;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Tensor;

/**
 * Keeps fewer explicit mantissa bits of float32 values, half to even, so that files compress. The
 * exponent may grow by one; a value whose exponent would become infinite keeps its bits.
 *
 * @param bits that stay, 1..23; 23 changes nothing
 */
public record MantissaBits(int bits) implements WeightRounding {

  private static final int OF_FLOAT = 23;

  /** Checks the number of bits. */
  public MantissaBits {
    if (bits < 1 || bits > OF_FLOAT) {
      throw new BadInputException("mantissa bits lie in 1..23: mantissaBits=" + bits);
    }
  }

  @Override
  public Tensor round(Tensor weights) {
    float[] rounded = weights.toArray();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = round(rounded[i]);
    }
    return Tensor.adopt(weights.shape(), rounded);
  }

  /** The rounded value. */
  public float round(float value) {
    int dropped = OF_FLOAT - bits;
    if (dropped == 0) {
      return value;
    }
    long unit = 1L << dropped;
    long raw = Float.floatToRawIntBits(value) & 0xffffffffL;
    long down = raw & -unit;
    long rest = raw - down;
    boolean up = 2 * rest > unit || (2 * rest == unit && (down & unit) != 0);
    float rounded = Float.intBitsToFloat((int) (up ? down + unit : down));
    return Float.isFinite(rounded) ? rounded : value;
  }
}
