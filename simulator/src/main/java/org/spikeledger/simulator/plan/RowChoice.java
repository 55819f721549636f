package org.spikeledger.simulator.plan;

import java.util.OptionalInt;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Tensor;

/**
 * How a connection's rows lie, without a change of any bit. Whole weights that fit a byte do so
 * where every sum over whole events stays whole in float32 too; other weights that have the lower
 * half of all their bits 0 lie there without it.
 *
 * @param format of the rows
 * @param largestEvent that can arrive, where the rows are bytes; at least 1
 */
record RowChoice(RowFormat format, int largestEvent) {

  static final RowChoice FLOAT32 = new RowChoice(RowFormat.FLOAT32, 1);

  private static final RowChoice BFLOAT16 = new RowChoice(RowFormat.BFLOAT16, 1);

  private static final int LOWER_HALF = 0xffff;

  /** Events as large as this would leave too few rows to a 16-bit sum. */
  private static final int MOST = 16;

  /** From here on, float32 leaves out whole numbers. */
  private static final long EXACT = 1L << 24;

  /**
   * Chooses.
   *
   * @param largestEvent if every arriving event is whole and above 0
   */
  static RowChoice of(Connection connection, OptionalInt largestEvent) {
    if (groups(connection) > 1) {
      return FLOAT32;
    }
    if (largestEvent.isPresent() && areBytes(connection, largestEvent.getAsInt())) {
      return new RowChoice(RowFormat.INT8, largestEvent.getAsInt());
    }
    return areHalves(connection.weight()) ? BFLOAT16 : FLOAT32;
  }

  private static boolean areBytes(Connection connection, int largestEvent) {
    Tensor weight = connection.weight();
    long rows = weight.size() / weight.shape().dimension(0);
    long sum = rows * largestEvent * RowFormat.LARGEST;
    return largestEvent <= MOST
        && sum < EXACT / 2
        && areWhole(weight, RowFormat.LARGEST)
        && connection.bias().map(bias -> areWhole(bias, EXACT / 2)).orElse(true);
  }

  /** Whether the lower halves are 0, and lines of upper ones are as many channels as float32's. */
  private static boolean areHalves(Tensor weight) {
    int width = weight.shape().dimension(0);
    return RowFormat.BFLOAT16.padded(width) == Layout.padded(width)
        && weight.allMatch(value -> (Float.floatToRawIntBits(value) & LOWER_HALF) == 0);
  }

  private static int groups(Connection connection) {
    return switch (connection) {
      case Conv2d conv -> conv.groups();
      case Conv1d conv -> conv.groups();
      default -> 1;
    };
  }

  /** It would come out of a sum of whole numbers as +0.0. */
  private static boolean isNegativeZero(float value) {
    return Float.floatToRawIntBits(value) == Float.floatToRawIntBits(-0f);
  }

  private static boolean areWhole(Tensor values, long most) {
    return values.allMatch(
        value -> value == Math.rint(value) && Math.abs(value) <= most && !isNegativeZero(value));
  }
}
