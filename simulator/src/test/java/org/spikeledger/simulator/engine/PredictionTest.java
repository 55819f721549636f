package org.spikeledger.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;

/** Labels count in NIR's order, while a sequence's potentials lie position by position. */
class PredictionTest {

  private final InferenceRecord record = new InferenceRecord(1, 1, Shape.of(2, 3));

  @Test
  void aPredictionIsNirsIndexOfTheLargestPotential() {
    int[] nirIndexByPlace = {0, 3, 1, 4, 2, 5};
    for (int place = 0; place < 6; place++) {
      record.output()[place] = 1 + place;
      assertEquals(nirIndexByPlace[place], record.prediction(), "place=" + place);
    }
  }

  @Test
  void ofEqualPotentialsNirsFirstCounts() {
    record.output()[1] = 1;
    record.output()[2] = 1;
    assertEquals(1, record.prediction());
  }
}
