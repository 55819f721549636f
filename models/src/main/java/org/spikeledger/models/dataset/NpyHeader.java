package org.spikeledger.models.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * The header of a .npy file (NumPy's format, NEP 1; versions 1, 2 and 3): the bytes {@code \x93
 * NUMPY}, the version in two bytes, the length of what follows (two bytes little-endian, in
 * versions 2 and 3 four), a dictionary in Python's notation, padded.
 *
 * @param shape the extents
 * @param columns the types of one element by name; one without a name where elements are numbers
 * @param bytes where the elements begin
 */
record NpyHeader(Shape shape, Map<String, NpyType> columns, int bytes) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;

  static NpyHeader read(byte[] content, String where) {
    if (content.length < 12
        || ByteBuffer.wrap(content, 0, 6).mismatch(ByteBuffer.wrap(MAGIC)) >= 0) {
      throw new BadInputException("a .npy file starts with its magic number: " + where);
    }
    int version = content[6];
    if (version < 1 || version > 3) {
      throw new BadInputException(
          "the version of a .npy file is 1, 2 or 3: version=%d %s".formatted(version, where));
    }
    ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int from = version == 1 ? 10 : 12;
    long length = version == 1 ? buffer.getShort(8) & 0xffffL : buffer.getInt(8) & 0xffffffffL;
    if (length > LONGEST || from + length > content.length) {
      throw new BadInputException(
          "the header of a .npy file has at most %d bytes and stands in the file: bytes=%d %s"
              .formatted(LONGEST, length, where));
    }
    String text = new String(content, from, (int) length, StandardCharsets.UTF_8);
    return of(PythonLiteral.parse(text, where), from + (int) length, where);
  }

  private static NpyHeader of(Object literal, int bytes, String where) {
    if (!(literal instanceof Map<?, ?> entries)
        || !(entries.get("shape") instanceof List<?> extents)
        || !(entries.get("fortran_order") instanceof Boolean fortranOrder)) {
      throw new BadInputException(
          "the header of a .npy file says descr, fortran_order and shape: " + where);
    }
    Shape shape = shape(extents, where);
    if (fortranOrder && shape.rank() > 1) {
      throw new BadInputException(
          "an array in Fortran order is not read, save numpy.ascontiguousarray of it:"
              + " fortran_order=True "
              + where);
    }
    return new NpyHeader(shape, columns(entries.get("descr"), where), bytes);
  }

  private static Shape shape(List<?> extents, String where) {
    try {
      return new Shape(extents.stream().map(each -> Math.toIntExact((Long) each)).toList());
    } catch (ClassCastException | ArithmeticException | BadInputException wrong) {
      throw new BadInputException(
          "the extents of an array are at least 1, their product is below 2^31: shape=%s %s"
              .formatted(extents, where),
          wrong);
    }
  }

  private static Map<String, NpyType> columns(Object description, String where) {
    Map<String, NpyType> columns = new LinkedHashMap<>();
    if (description instanceof String type) {
      columns.put("", NpyType.parse(type, where));
    } else if (description instanceof List<?> fields) {
      for (Object field : fields) {
        if (!(field instanceof List<?> pair)
            || pair.size() != 2
            || !(pair.get(0) instanceof String name)
            || !(pair.get(1) instanceof String type)) {
          throw new BadInputException(
              "the fields of an array are pairs of name and type: field=%s %s"
                  .formatted(field, where));
        }
        columns.put(name, NpyType.parse(type, where));
      }
    }
    if (columns.isEmpty()) {
      throw new BadInputException("an array states its type: descr=" + description + " " + where);
    }
    return columns;
  }
}
