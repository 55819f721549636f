package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class ImageFolderTest {

  @TempDir Path folder;

  private Path picture(String name, int type, int width, int height, IntBinaryOperator rgb)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          image.getRaster().setSample(x, y, 0, rgb.applyAsInt(x, y) & 0xFF);
        } else {
          image.setRGB(x, y, rgb.applyAsInt(x, y));
        }
      }
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    return file;
  }

  private Path colour(String name, int width, int height) throws IOException {
    return picture(
        name, BufferedImage.TYPE_INT_RGB, width, height, (x, y) -> 0x102030 + x * 0x10000 + y);
  }

  private byte[] image(Dataset dataset, int index) {
    byte[] pixels = new byte[dataset.imageShape().size()];
    dataset.image(index, pixels);
    return pixels;
  }

  @Test
  void picturesOfOneSmallSideKeepTheirPixelsAndAreSortedByClassAndName() throws IOException {
    colour("train/b/2.png", 8, 8);
    colour("train/a/1.png", 8, 8);
    Files.writeString(folder.resolve("train/a/notes.txt"), "not a picture");
    colour("test/b/9.png", 8, 8);
    Dataset training = ImageFolder.open(folder, Split.TRAIN);
    assertEquals(List.of("a", "b"), training.classNames());
    assertEquals(2, training.size());
    assertEquals(Shape.of(3, 8, 8), training.imageShape());
    Dataset test = ImageFolder.open(folder, Split.TEST);
    assertEquals(1, test.label(0));
    byte[] pixels = image(test, 0);
    assertEquals(0x10 + 3, pixels[5 * 8 + 3]);
    assertEquals(0x20, pixels[64 + 5 * 8 + 3]);
    assertEquals(0x30 + 5, pixels[128 + 5 * 8 + 3]);
  }

  @Test
  void aLargePictureIsCutToItsMiddleAndResized() throws IOException {
    picture(
        "val/a/1.png",
        BufferedImage.TYPE_INT_RGB,
        600,
        512,
        (x, y) -> x >= 300 ? 0xFF0000 : 0x0000FF);
    Dataset dataset = ImageFolder.open(folder, Split.TEST);
    assertEquals(Shape.of(3, 224, 224), dataset.imageShape());
    byte[] pixels = image(dataset, 0);
    assertEquals(0, pixels[100 * 224 + 111]);
    assertEquals((byte) 255, pixels[100 * 224 + 112]);
    assertEquals((byte) 255, pixels[2 * 224 * 224 + 100 * 224 + 111]);
  }

  @Test
  void greyKeepsItsValuesInAllThreeChannels() throws IOException {
    picture("train/a/1.png", BufferedImage.TYPE_BYTE_GRAY, 4, 4, (x, y) -> 60 * y + x);
    byte[] pixels = image(ImageFolder.open(folder, Split.TRAIN), 0);
    byte[] red = Arrays.copyOf(pixels, 16);
    assertEquals(60 * 2 + 3, Byte.toUnsignedInt(red[2 * 4 + 3]));
    assertArrayEquals(red, Arrays.copyOfRange(pixels, 16, 32));
    assertArrayEquals(red, Arrays.copyOfRange(pixels, 32, 48));
  }

  @Test
  void damagedPicturesAndOddFoldersAreRefusedInOneLine() throws IOException {
    Path good = colour("train/a/1.png", 8, 8);
    Path bad = folder.resolve("train/a/2.png");
    byte[] whole = Files.readAllBytes(good);
    Files.write(bad, Arrays.copyOf(whole, whole.length / 2));
    Dataset training = ImageFolder.open(folder, Split.TRAIN);
    assertRefused(bad.toString(), () -> image(training, 1));
    Files.writeString(bad, "no picture");
    assertRefused(bad.toString(), () -> image(training, 1));
    assertRefused("test", () -> ImageFolder.open(folder, Split.TEST));
    colour("test/unknown/1.png", 8, 8);
    assertRefused("unknown", () -> ImageFolder.open(folder, Split.TEST));
  }

  @Test
  void aPictureThatClaimsToBeHugeIsNotDecoded() throws IOException {
    Path file = colour("train/a/1.png", 8, 8);
    byte[] header = Files.readAllBytes(file);
    header[16 + 1] = 0x10;
    Files.write(file, header);
    assertRefused("width=1048584", () -> ImageFolder.open(folder, Split.TRAIN));
  }

  private static void assertRefused(String named, Executable work) {
    BadInputException refused = assertThrows(BadInputException.class, work);
    assertTrue(refused.getMessage().contains(named), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }
}
