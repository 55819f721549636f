package org.spikeledger.models.dataset;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.spikeledger.models.BadInputException;

/**
 * A picture in one of the JDK's formats: JPEG, PNG, BMP, GIF. Sizes are checked before decoding.
 */
final class ImageFile {
  private static final long MOST_PIXELS = 100_000_000;
  private static final int LARGEST_SIDE = 30_000;

  private final Path file;

  ImageFile(Path file) {
    this.file = file;
  }

  /** Width and height in pixels. */
  record Size(int width, int height) {
    int shorter() {
      return Math.min(width, height);
    }
  }

  /** What is done with an open picture. */
  private interface Work<T> {
    T with(ImageReader reader, Size size) throws IOException;
  }

  /** The picture's size, from its header. */
  Size size() {
    return open((_, size) -> size);
  }

  /**
   * The middle of the picture, resized.
   *
   * @param share of the shorter side that the square in the middle has, in 1/8
   * @param side of the result
   * @param pixels receives red, green, blue, each row by row
   */
  void square(int share, int side, byte[] pixels) {
    BufferedImage middle =
        open(
            (reader, size) -> {
              int length = Math.max(1, size.shorter() * share / 8);
              ImageReadParam region = reader.getDefaultReadParam();
              region.setSourceRegion(
                  new Rectangle(
                      (size.width() - length) / 2, (size.height() - length) / 2, length, length));
              return reader.read(0, region);
            });
    int length = middle.getWidth();
    int[] argb = argb(middle, length);
    int[] channel = new int[length * length];
    for (int c = 0; c < 3; c++) {
      int shift = 16 - 8 * c;
      for (int i = 0; i < channel.length; i++) {
        channel[i] = argb[i] >> shift & 0xFF;
      }
      AreaAverage.resize(channel, length, side, pixels, c * side * side);
    }
  }

  // Java converts grey by a colour profile, which changes the values; here grey keeps them.
  private static int[] argb(BufferedImage image, int length) {
    if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      return image.getRGB(0, 0, length, length, null, 0, length);
    }
    int[] grey = image.getRaster().getSamples(0, 0, length, length, 0, (int[]) null);
    for (int i = 0; i < grey.length; i++) {
      grey[i] *= 0x010101;
    }
    return grey;
  }

  private <T> T open(Work<T> work) {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = stream == null ? null : ImageIO.getImageReaders(stream);
      if (readers == null || !readers.hasNext()) {
        throw new BadInputException("a picture is a JPEG, PNG, BMP or GIF file: file=" + file);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        Size size = new Size(reader.getWidth(0), reader.getHeight(0));
        check(size);
        return work.with(reader, size);
      } finally {
        reader.dispose();
      }
    } catch (BadInputException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw new BadInputException(
          "a picture can be decoded: file=%s cause=%s"
              .formatted(file, damaged.getClass().getSimpleName()),
          damaged);
    }
  }

  private void check(Size size) {
    boolean fits =
        Math.max(size.width(), size.height()) <= LARGEST_SIDE
            && (long) size.width() * size.height() <= MOST_PIXELS;
    if (!fits) {
      throw new BadInputException(
          "a picture has at most %d pixels and sides of at most %d: width=%d height=%d file=%s"
              .formatted(MOST_PIXELS, LARGEST_SIDE, size.width(), size.height(), file));
    }
  }
}
