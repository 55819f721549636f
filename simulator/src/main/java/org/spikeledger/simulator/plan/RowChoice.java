package org.spikeledger.simulator.plan;

import java.util.OptionalInt;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Tensor;

/**
 * How a connection's rows lie. Whole weights that fit a byte do so where every sum over whole
 * events stays whole in float32 too, so that the format changes no bit.
 *
 * @param format of the rows
 * @param largestEvent that can arrive, where the rows are bytes; at least 1
 */
record RowChoice(RowFormat format, int largestEvent) {

  static final RowChoice FLOAT32 = new RowChoice(RowFormat.FLOAT32, 1);

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
    if (largestEvent.isEmpty() || largestEvent.getAsInt() > MOST || groups(connection) > 1) {
      return FLOAT32;
    }
    Tensor weight = connection.weight();
    long rows = weight.size() / weight.shape().dimension(0);
    long sum = rows * largestEvent.getAsInt() * RowFormat.LARGEST;
    boolean fits =
        sum < EXACT / 2
            && areWhole(weight, RowFormat.LARGEST)
            && connection.bias().map(bias -> areWhole(bias, EXACT / 2)).orElse(true);
    return fits ? new RowChoice(RowFormat.INT8, largestEvent.getAsInt()) : FLOAT32;
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
