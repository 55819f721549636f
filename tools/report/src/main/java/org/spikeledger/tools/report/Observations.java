package org.spikeledger.tools.report;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.spikeledger.models.graph.Shape;

/**
 * What an agent saw, step by step. Of a map the first channel as grey, 0..255 as pairs of bytes, a
 * grey and how many pixels have it; of anything else its numbers.
 */
final class Observations {

  private static final int LONGEST_RUN = 255;

  private final Shape shape;
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private final FloatBytes numbers = new FloatBytes();

  Observations(Shape shape) {
    this.shape = shape;
  }

  void add(float[] observation) {
    if (!shape.isMap()) {
      for (float value : observation) {
        numbers.add(value);
      }
      return;
    }
    int plane = shape.rows() * shape.columns();
    int run = 0;
    for (int i = 0; i < plane; i++) {
      run++;
      boolean ends = i + 1 == plane || grey(observation[i]) != grey(observation[i + 1]);
      if (ends || run == LONGEST_RUN) {
        pixels.write(grey(observation[i]));
        pixels.write(run);
        run = 0;
      }
    }
  }

  private static int grey(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  int size() {
    return pixels.size() + numbers.size();
  }

  String base64() {
    return shape.isMap()
        ? Base64.getEncoder().encodeToString(pixels.toByteArray())
        : numbers.base64();
  }
}
