package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;

class FashionMnistTest {

  @Test
  void theBundledTestSetHasItsKnownContent() {
    Dataset dataset = FashionMnist.bundledTest();
    assertEquals(10_000, dataset.size());
    assertEquals(Shape.of(1, 28, 28), dataset.imageShape());
    assertEquals(10, dataset.classes());
    assertEquals("Ankle boot", dataset.classNames().get(dataset.label(0)));
    assertEquals(
        "9f1ec356a747bfe4ebab3cfb722d3694c9ca737e2570f6f90cf31d7b6fd689d4",
        DatasetContent.sha256(dataset));
    int[] perClass = new int[10];
    for (int i = 0; i < dataset.size(); i++) {
      perClass[dataset.label(i)]++;
    }
    for (int images : perClass) {
      assertEquals(1000, images);
    }
  }
}
