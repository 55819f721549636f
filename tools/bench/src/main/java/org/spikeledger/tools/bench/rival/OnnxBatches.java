package org.spikeledger.tools.bench.rival;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.tools.bench.workload.Chain;

/** Inputs gathered into batches of one size. */
public final class OnnxBatches {

  private OnnxBatches() {}

  /** The shape of a batch: (batch, channels, rows, columns). */
  public static long[] shape(Chain chain, int batch) {
    Shape input = chain.input();
    long[] shape = new long[input.rank() + 1];
    shape[0] = batch;
    for (int i = 0; i < input.rank(); i++) {
      shape[i + 1] = input.dimension(i);
    }
    return shape;
  }

  /** All whole batches of some inputs, which the caller closes. */
  public static List<OnnxTensor> of(
      OnnxSession session, Chain chain, List<float[]> inputs, int batch) {
    List<OnnxTensor> batches = new ArrayList<>();
    int size = chain.input().size();
    for (int first = 0; first + batch <= inputs.size(); first += batch) {
      float[] values = new float[batch * size];
      for (int i = 0; i < batch; i++) {
        System.arraycopy(inputs.get(first + i), 0, values, i * size, size);
      }
      batches.add(session.input(values, shape(chain, batch)));
    }
    return batches;
  }
}
