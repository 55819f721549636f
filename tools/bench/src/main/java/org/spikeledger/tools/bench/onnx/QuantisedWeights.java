package org.spikeledger.tools.bench.onnx;

/** Weights as whole numbers in -127..127 times a scale, one a part of equal length. */
final class QuantisedWeights {

  private static final int LARGEST = 127;

  private final byte[] values;
  private final float[] scales;

  private QuantisedWeights(int weights, int parts) {
    values = new byte[weights];
    scales = new float[parts];
  }

  static QuantisedWeights of(float[] weights, int parts) {
    QuantisedWeights quantised = new QuantisedWeights(weights.length, parts);
    int length = weights.length / parts;
    for (int part = 0; part < parts; part++) {
      quantised.quantise(weights, part, part * length, length);
    }
    return quantised;
  }

  /** In the order of the weights. */
  byte[] values() {
    return values;
  }

  /** One a part. */
  float[] scales() {
    return scales;
  }

  private void quantise(float[] weights, int part, int first, int length) {
    scales[part] = largest(weights, first, length) / LARGEST;
    for (int i = first; i < first + length; i++) {
      values[i] = (byte) Math.round(weights[i] / scales[part]);
    }
  }

  private static float largest(float[] weights, int first, int length) {
    float largest = Float.MIN_NORMAL;
    for (int i = first; i < first + length; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    return largest;
  }
}
