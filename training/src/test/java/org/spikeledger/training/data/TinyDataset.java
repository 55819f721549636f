package org.spikeledger.training.data;

import java.util.List;
import java.util.SplittableRandom;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Shape;

/**
 * Drawn images of 8 x 8 in three classes: a bright row band, a bright column band, a bright middle,
 * each over noise.
 */
public final class TinyDataset implements Dataset {
  private static final int SIDE = 8;
  private final int size;
  private final byte[][] images;

  /** Draws so many images. */
  public TinyDataset(int size, long seed) {
    this.size = size;
    images = new byte[size][SIDE * SIDE];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < size; i++) {
      int place = 2 + random.nextInt(4);
      for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
        boolean bright = isBright(label(i), place, pixel / SIDE, pixel % SIDE);
        images[i][pixel] = (byte) (random.nextInt(60) + (bright ? 150 : 0));
      }
    }
  }

  private static boolean isBright(int label, int place, int row, int column) {
    return switch (label) {
      case 0 -> row == place;
      case 1 -> column == place;
      default -> Math.abs(row - place) + Math.abs(column - place) < 3;
    };
  }

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape imageShape() {
    return Shape.of(1, SIDE, SIDE);
  }

  @Override
  public List<String> classNames() {
    return List.of("row", "column", "middle");
  }

  @Override
  public void image(int index, byte[] pixels) {
    System.arraycopy(images[index], 0, pixels, 0, pixels.length);
  }

  @Override
  public int label(int index) {
    return index % 3;
  }
}
