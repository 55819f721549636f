package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;

class FashionMnistTest {

  @Test
  void theBundledTestSetHasItsKnownContent() throws Exception {
    Dataset dataset = FashionMnist.bundledTest();
    assertEquals(10_000, dataset.size());
    assertEquals(Shape.of(1, 28, 28), dataset.imageShape());
    assertEquals(10, dataset.classes());
    assertEquals("Ankle boot", dataset.classNames().get(dataset.label(0)));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int[] perClass = new int[10];
    byte[] image = new byte[28 * 28];
    for (int i = 0; i < dataset.size(); i++) {
      dataset.image(i, image);
      digest.update(image);
      perClass[dataset.label(i)]++;
    }
    for (int i = 0; i < dataset.size(); i++) {
      digest.update((byte) dataset.label(i));
    }
    assertEquals(HexFormat.of().formatHex(digest.digest()), dataset.checksum());
    for (int images : perClass) {
      assertEquals(1000, images);
    }
  }
}
