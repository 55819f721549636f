package org.spikeledger.tools.bench.onnx;

/**
 * Weights as whole numbers in -127..127 times a scale.
 *
 * @param values in the order of the weights
 * @param scales one a part of equal length, of which the weights consist
 */
record QuantisedWeights(byte[] values, float[] scales) {

  private static final int LARGEST = 127;

  static QuantisedWeights of(float[] weights, int parts) {
    byte[] values = new byte[weights.length];
    float[] scales = new float[parts];
    int length = weights.length / parts;
    for (int part = 0; part < parts; part++) {
      int first = part * length;
      scales[part] = largest(weights, first, length) / LARGEST;
      for (int i = first; i < first + length; i++) {
        values[i] = (byte) Math.round(weights[i] / scales[part]);
      }
    }
    return new QuantisedWeights(values, scales);
  }

  private static float largest(float[] weights, int first, int length) {
    float largest = Float.MIN_NORMAL;
    for (int i = first; i < first + length; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    return largest;
  }
}
