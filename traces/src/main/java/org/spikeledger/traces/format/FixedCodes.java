package org.spikeledger.traces.format;

/**
 * The fixed codes of deflate (RFC 1951, 3.2.6): for literals, lengths of a repetition, and its
 * distance. Deflate stores a code with its highest bit first, so the tables hold them reversed.
 */
final class FixedCodes {

  /** The least and the largest length of a repetition. */
  static final int LEAST_LENGTH = 3;

  static final int MOST_LENGTH = 258;

  private static final int END = 256;
  private static final int FIRST_LENGTH_CODE = 257;
  private static final int DISTANCE_BITS = 5;
  private static final int[] CODES = new int[288];
  private static final int[] BITS = new int[288];

  /** The code of a length with its extra bits behind it, and how many bits both have. */
  private static final int[] LENGTH_CODES = new int[MOST_LENGTH - LEAST_LENGTH + 1];

  private static final int[] LENGTH_BITS = new int[MOST_LENGTH - LEAST_LENGTH + 1];

  static {
    for (int symbol = 0; symbol < CODES.length; symbol++) {
      BITS[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
      int code =
          symbol < 144
              ? 0b0011_0000 + symbol
              : symbol < 256
                  ? 0b1_1001_0000 + symbol - 144
                  : symbol < 280 ? symbol - 256 : 0b1100_0000 + symbol - 280;
      CODES[symbol] = reversed(code, BITS[symbol]);
    }
    for (int rest = 0; rest < LENGTH_CODES.length; rest++) {
      setLength(rest);
    }
  }

  private FixedCodes() {}

  static void putLiteral(int literal, BitWriter out) {
    out.put(CODES[literal], BITS[literal]);
  }

  static void putEnd(BitWriter out) {
    out.put(CODES[END], BITS[END]);
  }

  /**
   * Puts a repetition.
   *
   * @param length in {@value #LEAST_LENGTH}..{@value #MOST_LENGTH}
   * @param distance in 1..32768
   */
  static void putRepetition(int length, int distance, BitWriter out) {
    int rest = length - LEAST_LENGTH;
    out.put(LENGTH_CODES[rest], LENGTH_BITS[rest]);
    putDistance(distance - 1, out);
  }

  private static void setLength(int rest) {
    boolean isMost = rest == MOST_LENGTH - LEAST_LENGTH;
    int extra = isMost ? 0 : Math.max(0, highestBit(rest) - 2);
    int symbol = isMost ? CODES.length - 3 : FIRST_LENGTH_CODE + 4 * extra + (rest >> extra);
    LENGTH_CODES[rest] = CODES[symbol] | ((rest & ((1 << extra) - 1)) << BITS[symbol]);
    LENGTH_BITS[rest] = BITS[symbol] + extra;
  }

  private static void putDistance(int rest, BitWriter out) {
    int extra = Math.max(0, highestBit(rest) - 1);
    int code = reversed(2 * extra + (rest >> extra), DISTANCE_BITS);
    out.put(code | ((rest & ((1 << extra) - 1)) << DISTANCE_BITS), DISTANCE_BITS + extra);
  }

  private static int highestBit(int value) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value | 1);
  }

  private static int reversed(int code, int bits) {
    return Integer.reverse(code) >>> (Integer.SIZE - bits);
  }
}
