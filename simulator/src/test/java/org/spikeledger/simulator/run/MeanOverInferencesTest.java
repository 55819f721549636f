package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MeanOverInferencesTest {

  @Test
  void theStandardErrorIsTheDeviationOfASampleOverTheRootOfItsNumber() {
    MeanOverInferences mean = new MeanOverInferences();
    DoubleStream.of(2, 4, 4, 4, 5, 5, 7, 9).forEach(mean::add);
    assertEquals(5, mean.mean());
    // Squares of the distances add up to 32, over 7 and over 8.
    assertEquals(Math.sqrt(32.0 / 7 / 8), mean.standardError(), 1e-15);
  }

  @Test
  void aSingleInferenceHasNoError() {
    MeanOverInferences mean = new MeanOverInferences();
    mean.add(3);
    assertEquals(3, mean.mean());
    assertEquals(0, mean.standardError());
  }
}
