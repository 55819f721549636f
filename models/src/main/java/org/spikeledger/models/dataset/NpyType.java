package org.spikeledger.models.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spikeledger.models.BadInputException;

/**
 * The type of one number of a .npy array.
 *
 * @param kind f floating point, i signed, u unsigned, b boolean
 * @param bytes of one number
 * @param order of its bytes
 */
record NpyType(char kind, int bytes, ByteOrder order) {

  private static final Pattern TEXT = Pattern.compile("([<>|])([fiub])([1248])");

  /** Understands a type as NumPy writes it, such as {@code <f4}. */
  static NpyType parse(String text, String where) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw unknown(text, where);
    }
    char kind = matcher.group(2).charAt(0);
    int bytes = Integer.parseInt(matcher.group(3));
    boolean exists =
        switch (kind) {
          case 'b' -> bytes == 1;
          case 'f' -> bytes > 1;
          default -> true;
        };
    if (!exists || (matcher.group(1).equals("|") && bytes > 1)) {
      throw unknown(text, where);
    }
    ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyType(kind, bytes, order);
  }

  /** Whether every value is a whole number. */
  boolean isWhole() {
    return kind != 'f';
  }

  /** A number as a double, which is exact but for whole numbers beyond 2^53. */
  double number(ByteBuffer content, int at) {
    content.order(order);
    if (kind == 'f') {
      return switch (bytes) {
        case 2 -> Float.float16ToFloat(content.getShort(at));
        case 4 -> content.getFloat(at);
        default -> content.getDouble(at);
      };
    }
    long whole = whole(content, at);
    boolean isBeyondLong = kind == 'u' && whole < 0;
    return isBeyondLong ? (whole >>> 1) * 2.0 + (whole & 1) : whole;
  }

  /** A whole number; an unsigned one of 64 bits by its bits. */
  long whole(ByteBuffer content, int at) {
    content.order(order);
    boolean signed = kind == 'i';
    return switch (bytes) {
      case 1 -> signed ? content.get(at) : Byte.toUnsignedLong(content.get(at));
      case 2 -> signed ? content.getShort(at) : Short.toUnsignedLong(content.getShort(at));
      case 4 -> signed ? content.getInt(at) : Integer.toUnsignedLong(content.getInt(at));
      default -> content.getLong(at);
    };
  }

  private static BadInputException unknown(String text, String where) {
    return new BadInputException(
        "an array's type is one of f2, f4, f8, i1 to i8, u1 to u8, b1: type=%s %s"
            .formatted(text, where));
  }
}
