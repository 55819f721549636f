package org.spikeledger.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.training.config.Augmentation;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class EpochBatchesTest {
  private static final TinyDataset IMAGES = new TinyDataset(50, 3);
  private static final Augmentation AUGMENTATION = new Augmentation(2, true, 3);

  private static EpochBatches batches(int reads) {
    return new EpochBatches(
        new BatchMaker(new BreakingDataset(IMAGES, reads), normalisation()),
        8,
        AUGMENTATION,
        new SplittableRandom(9));
  }

  private static Normalisation normalisation() {
    return new Normalisation(List.of(0.25), List.of(0.5));
  }

  @Test
  void batchesReadAheadAreThoseThatAreReadInTurn() {
    SplittableRandom random = new SplittableRandom(9);
    EpochOrder order = new EpochOrder(50, 8, random);
    BatchMaker maker = new BatchMaker(IMAGES, normalisation());
    try (EpochBatches ahead = batches(1000)) {
      assertEquals(6, ahead.count());
      for (int i = 0; i < 6; i++) {
        Batch expected = maker.prepare(order.batch(i), AUGMENTATION, random).tensors();
        Batch actual = ahead.next();
        assertArrayEquals(
            FloatTensors.values(expected.images()), FloatTensors.values(actual.images()));
        for (int k = 0; k < 8; k++) {
          assertEquals(IMAGES.label(order.batch(i)[k]), actual.labels().select(0, k).item_long());
        }
      }
      assertThrows(NoSuchElementException.class, ahead::next);
    }
  }

  @Test
  void whatReadingThrowsArrivesWhereTheBatchIsAskedFor() {
    try (EpochBatches ahead = batches(20)) {
      ahead.next();
      ahead.next();
      IllegalStateException broken = assertThrows(IllegalStateException.class, ahead::next);
      assertEquals("cut off", broken.getMessage());
    }
  }

  /** The oracle cuts windows out of a padded image and mirrors them, all there are. */
  @Test
  void everyCropOfThePaddedImageMirroredOrNotComesUpAndNothingElse() {
    int[][] padded = {{0, 0, 0, 0}, {0, 0, 1, 0}, {0, 2, 3, 0}, {0, 0, 0, 0}};
    Set<List<Float>> possible = new HashSet<>();
    for (int top = 0; top < 3; top++) {
      for (int left = 0; left < 3; left++) {
        int[] above = {padded[top][left], padded[top][left + 1]};
        int[] below = {padded[top + 1][left], padded[top + 1][left + 1]};
        possible.add(floats(above[0], above[1], below[0], below[1]));
        possible.add(floats(above[1], above[0], below[1], below[0]));
      }
    }
    Normalisation plain = new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    BatchMaker maker = new BatchMaker(new ThreeChannels(), plain);
    SplittableRandom random = new SplittableRandom(6);
    Set<List<Float>> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      float[] values =
          FloatTensors.values(
              maker
                  .prepare(new int[] {0}, new Augmentation(1, true, 0), random)
                  .tensors()
                  .images());
      seen.add(List.of(values[0], values[1], values[2], values[3]));
    }
    assertEquals(possible, seen);
  }

  private static List<Float> floats(int... pixels) {
    return Arrays.stream(pixels).mapToObj(pixel -> pixel / 255f).toList();
  }

  @Test
  void whatIsHiddenIsOneSquareOfZerosAndNothingElseIsChanged() {
    ThreeChannels images = new ThreeChannels();
    BatchMaker maker =
        new BatchMaker(images, new Normalisation(List.of(0.9, 0.9, 0.9), List.of(1.0, 1.0, 1.0)));
    float[] shown = FloatTensors.values(maker.plain(0, 1).images());
    Augmentation one = new Augmentation(0, false, 1);
    boolean[] hit = new boolean[4];
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 100; i++) {
      float[] cut =
          FloatTensors.values(maker.prepare(new int[] {0}, one, random).tensors().images());
      int hidden = IntStream.range(0, 4).filter(pixel -> cut[pixel] == 0).findFirst().orElseThrow();
      hit[hidden] = true;
      for (int k = 0; k < cut.length; k++) {
        assertEquals(k % 4 == hidden ? 0 : shown[k], cut[k], "value=" + k);
      }
    }
    assertArrayEquals(new boolean[] {true, true, true, true}, hit);
  }

  @Test
  void channelsHaveNormalisationsOfTheirOwnAndStandWhereLibtorchExpectsThem() {
    ThreeChannels images = new ThreeChannels();
    Normalisation normalisation =
        new Normalisation(List.of(0.0, 0.5, 1.0), List.of(1.0, 0.5, 0.25));
    float[] values =
        FloatTensors.values(new BatchMaker(images, normalisation).plain(0, 1).images());
    assertEquals(3 * 4, values.length);
    for (int channel = 0; channel < 3; channel++) {
      for (int pixel = 0; pixel < 4; pixel++) {
        assertEquals(
            normalisation.value(channel, 10 * channel + pixel), values[channel * 4 + pixel]);
      }
    }
  }
}
