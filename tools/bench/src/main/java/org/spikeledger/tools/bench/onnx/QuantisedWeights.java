package org.spikeledger.tools.bench.onnx;

/**
 * Weights as whole numbers in -63..63 times a scale, one a part of equal length. Seven bits: where
 * a processor has no VNNI, ONNX Runtime adds two products of an unsigned and a signed byte in 16
 * bits that saturate, and its documentation asks for this range ({@code reduce_range}).
 */
final class QuantisedWeights {

  private static final int LARGEST = 63;

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
