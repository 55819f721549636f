package org.spikeledger.tools.bench.rival;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.tools.bench.onnx.AnnModel;
import org.spikeledger.tools.bench.workload.Chain;

/** Finds the ranges that an int8 model needs by running the float32 one. */
public final class ActivationRanges {

  private ActivationRanges() {}

  /** The largest absolute value of the input and of each rectifier over some inputs. */
  public static Map<String, Float> of(Chain chain, List<float[]> inputs) {
    Map<String, Float> largest = new TreeMap<>();
    try (OnnxSession session = new OnnxSession(AnnModel.observed(chain, 1))) {
      for (float[] input : inputs) {
        largest.merge(AnnModel.INPUT, largest(input), Math::max);
        session
            .outputs(input, OnnxBatches.shape(chain, 1))
            .forEach((name, values) -> largest.merge(name, largest(values), Math::max));
      }
    }
    return largest;
  }

  private static float largest(float[] values) {
    float largest = Float.MIN_NORMAL;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
