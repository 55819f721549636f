package org.spikeledger.models.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * An array of NumPy: numbers, or records of named numbers, in C order, of f2, f4, f8, i1 to i8, u1
 * to u8 or b1 in either byte order. It stays in memory as it stands in the file. Immutable; safe
 * for several threads.
 */
public final class NpyArray {

  private record Column(String name, NpyType type, int offset) {}

  private final Shape shape;
  private final List<Column> columns;
  private final int elementBytes;
  private final byte[] content;
  private final int start;
  private final String where;

  private NpyArray(NpyHeader header, byte[] content, String where) {
    this.content = content;
    this.where = where;
    shape = header.shape();
    start = header.bytes();
    columns = new ArrayList<>();
    int offset = 0;
    for (Map.Entry<String, NpyType> column : header.columns().entrySet()) {
      columns.add(new Column(column.getKey(), column.getValue(), offset));
      offset += column.getValue().bytes();
    }
    elementBytes = offset;
    long expected = (long) shape.size() * elementBytes;
    if (content.length - start != expected) {
      throw new BadInputException(
          "a .npy file ends with its last element: bytes=%d expected=%d shape=%s %s"
              .formatted(content.length - start, expected, shape, where));
    }
  }

  /**
   * Reads a .npy file, or the array of an .npz file.
   *
   * @param file at most 1 GiB
   * @param name of the array in an .npz file that holds several
   * @throws BadInputException of one line, naming the file
   */
  public static NpyArray read(Path file, String name) {
    return file.toString().endsWith(".npz")
        ? NpzFile.read(file, name)
        : of(InputFile.content(file), "file=" + file);
  }

  static NpyArray of(byte[] content, String where) {
    return new NpyArray(NpyHeader.read(content, where), content, where);
  }

  /** The extents, outermost first. */
  public Shape shape() {
    return shape;
  }

  /** The number of elements. */
  public int size() {
    return shape.size();
  }

  /** Where it came from, for messages. */
  public String where() {
    return where;
  }

  /** The names of the numbers in one element; one empty name where elements are numbers. */
  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /** The number at a flat index, the last dimension running fastest. */
  public double number(int index) {
    return number(0, index);
  }

  /** A column's number at a flat index. */
  public double number(int column, int index) {
    return columns.get(column).type().number(ByteBuffer.wrap(content), at(column, index));
  }

  /**
   * A column's whole number at a flat index; an unsigned one of 64 bits by its bits.
   *
   * @throws BadInputException if it is not whole
   */
  public long whole(int column, int index) {
    NpyType type = columns.get(column).type();
    if (type.isWhole()) {
      return type.whole(ByteBuffer.wrap(content), at(column, index));
    }
    double number = number(column, index);
    if (number != Math.rint(number) || Math.abs(number) > 0x1p53) {
      throw new BadInputException(
          "a whole number is expected: value=%s index=%d column=%s %s"
              .formatted(number, index, columns.get(column).name(), where));
    }
    return (long) number;
  }

  private int at(int column, int index) {
    return start + index * elementBytes + columns.get(column).offset();
  }
}
