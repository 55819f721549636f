package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class NpyArrayTest {

  @TempDir Path folder;

  private static NpyArray array(byte[] content) {
    return NpyArray.of(content, "file=a.npy");
  }

  private static String refusal(byte[] content) {
    String message = assertThrows(BadInputException.class, () -> array(content)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static byte[] headed(String header, int bytes) {
    return NpyFileMaker.npy(1, header, ByteBuffer.allocate(bytes));
  }

  @Test
  void numbersAreReadInOrder() {
    NpyArray array = array(NpyFileMaker.floats("2, 3", 0, 1, -2.5f, 3, 4, 5));
    assertEquals(Shape.of(2, 3), array.shape());
    assertEquals(-2.5, array.number(2));
    assertEquals(5, array.number(5));
    assertEquals(List.of(""), array.columns());
  }

  @ParameterizedTest
  @CsvSource({
    "<f2, 2, 003e, 1.5",
    "<f4, 4, 0000c0bf, -1.5",
    ">f4, 4, bfc00000, -1.5",
    "<f8, 8, 000000000000f8bf, -1.5",
    "|i1, 1, ff, -1",
    "<i2, 2, feff, -2",
    ">i4, 4, fffffffd, -3",
    "<i8, 8, fcffffffffffffff, -4",
    "|u1, 1, ff, 255",
    "<u2, 2, ffff, 65535",
    "<u4, 4, ffffffff, 4294967295",
    "<u8, 8, ffffffffffffffff, 18446744073709551615",
    "|b1, 1, 01, 1"
  })
  void everyTypeIsReadInItsByteOrder(String type, int size, String hex, double expected) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(size, bytes.length);
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,)}";
    assertEquals(expected, array(NpyFileMaker.npy(1, header, ByteBuffer.wrap(bytes))).number(0));
  }

  @Test
  void allThreeVersionsAreRead() {
    String header = "{\"shape\": (), 'fortran_order': False, 'descr': '|u1', }   \n";
    for (int version = 1; version <= 3; version++) {
      NpyArray array = array(NpyFileMaker.npy(version, header, ByteBuffer.wrap(new byte[] {7})));
      assertEquals(7, array.number(0));
      assertEquals(Shape.SCALAR, array.shape());
    }
    assertEquals(
        "the version of a .npy file is 1, 2 or 3: version=4 file=a.npy",
        refusal(NpyFileMaker.npy(4, header, ByteBuffer.allocate(1))));
  }

  @Test
  void recordsAreReadByTheirFields() {
    ByteBuffer bytes = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) 3).put((byte) 1).putLong(1L << 40);
    bytes.putShort((short) 65535).put((byte) 0).putLong(-1);
    String header =
        "{'descr': [('x', '<u2'), ('p', '|b1'), ('t', '<i8')], 'fortran_order': False,"
            + " 'shape': (2,)}";
    NpyArray array = array(NpyFileMaker.npy(1, header, bytes.flip()));
    assertEquals(List.of("x", "p", "t"), array.columns());
    assertEquals(3, array.whole(0, 0));
    assertEquals(1L << 40, array.whole(2, 0));
    assertEquals(65535, array.whole(0, 1));
    assertEquals(0, array.whole(1, 1));
    assertEquals(-1, array.whole(2, 1));
  }

  @Test
  void whatIsNoArrayOfNumbersIsRefusedByName() {
    assertEquals("a .npy file starts with its magic number: file=a.npy", refusal(new byte[20]));
    assertTrue(
        refusal(headed("{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2)}", 8))
            .startsWith("an array in Fortran order is not read"));
    assertTrue(
        refusal(headed("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", 8))
            .contains("type=|O"));
    assertTrue(
        refusal(headed("{'descr': '<f1', 'fortran_order': False, 'shape': (1,)}", 1))
            .contains("type=<f1"));
    assertTrue(
        refusal(headed("{'descr': [('x', '<f4', (2,))], 'fortran_order': False, 'shape': (1,)}", 8))
            .contains("pairs of name and type"));
    for (String shape : List.of("0,", "99999999999,", "65536, 65536", "'a',", "-1,")) {
      assertTrue(
          refusal(headed("{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + ")}", 4))
              .contains(shape.startsWith("-") ? "dictionary" : "shape=["),
          shape);
    }
  }

  @Test
  void aHeaderThatIsNoDictionaryIsRefused() {
    for (String header :
        List.of(
            "",
            "{",
            "{'descr'}",
            "{'descr': }",
            "{'a': 1, 'a': 2}",
            "[1, 2",
            "__import__('os')",
            "{'shape': (1,) 'b': 2}",
            "'a\\'",
            "((((((((((((1))))))))))))",
            "1 2",
            "Truth")) {
      assertTrue(refusal(headed(header, 4)).contains("the header of a .npy file"), header);
    }
  }

  @Test
  void aFileCutShortOrTooLongIsRefused() {
    byte[] whole = NpyFileMaker.floats("2, 2", 1, 2, 3, 4);
    for (int length = 0; length < whole.length; length++) {
      refusal(Arrays.copyOf(whole, length));
    }
    assertTrue(
        refusal(Arrays.copyOf(whole, whole.length + 1)).contains("ends with its last element"));
  }

  @Test
  void changedBytesAreAnArrayOrOneLine() {
    byte[] whole = NpyFileMaker.floats("2, 2", 1, 2, 3, 4);
    for (int seed = 0; seed < 2000; seed++) {
      byte[] changed = whole.clone();
      Random random = new Random(seed);
      for (int i = 0; i < 2; i++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(128);
      }
      try {
        array(changed).number(0);
      } catch (BadInputException refused) {
        assertEquals(1, refused.getMessage().lines().count(), "seed=" + seed);
      }
    }
  }

  @Test
  void aWholeNumberIsAskedOfWhatIsNot() {
    NpyArray array = array(NpyFileMaker.floats("2", 2, 2.5f));
    assertEquals(2, array.whole(0, 0));
    assertThrows(BadInputException.class, () -> array.whole(0, 1));
  }

  @Test
  void anArrayOfAnNpzFileIsFoundAloneOrByName() throws IOException {
    byte[] data = NpyFileMaker.floats("1", 8);
    byte[] labels = NpyFileMaker.floats("1", 3);
    Path one = NpyFileMaker.npz(folder.resolve("one.npz"), "arr_0.npy", data);
    assertEquals(8, NpyArray.read(one, "data").number(0));
    assertEquals(Optional.empty(), ArrayLabels.beside(one));
    Path two = NpyFileMaker.npz(folder.resolve("two.npz"), "labels.npy", labels, "data.npy", data);
    assertEquals(8, NpyArray.read(two, "data").number(0));
    assertEquals(Optional.of(two), ArrayLabels.beside(two));
    assertArrayEquals(new int[] {3}, ArrayLabels.read(two, 1));
    assertTrue(
        assertThrows(BadInputException.class, () -> NpyArray.read(two, "x"))
            .getMessage()
            .contains("arrays=[labels.npy, data.npy]"));
    Path text = Files.writeString(folder.resolve("text.npz"), "no zip");
    assertThrows(BadInputException.class, () -> NpyArray.read(text, "x"));
    assertThrows(BadInputException.class, () -> NpyArray.read(folder.resolve("missing.npz"), "x"));
    assertThrows(BadInputException.class, () -> NpyArray.read(folder.resolve("missing.npy"), "x"));
  }

  @Test
  void labelsAreOneASampleAndNotNegative() throws IOException {
    Path file = Files.write(folder.resolve("l.npy"), NpyFileMaker.floats("2", 1, -1));
    assertThrows(BadInputException.class, () -> ArrayLabels.read(file, 3));
    assertThrows(BadInputException.class, () -> ArrayLabels.read(file, 2));
  }
}
