package org.spikeledger.tools.bench.measure;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.spikeledger.tools.bench.machine.CorePinning;
import org.spikeledger.tools.bench.onnx.AnnModel;
import org.spikeledger.tools.bench.rival.ActivationRanges;
import org.spikeledger.tools.bench.rival.DenseInputs;
import org.spikeledger.tools.bench.rival.OnnxBatches;
import org.spikeledger.tools.bench.rival.OnnxSession;
import org.spikeledger.tools.bench.workload.Chain;
import org.spikeledger.tools.bench.workload.PictureNetwork;

/** The dense ANN of the same shape in ONNX Runtime, on one thread that does not spin. */
@State(Scope.Thread)
public class OnnxBenchmark extends TimeOfOperation {

  /** Which network. */
  @Param({"vgg16", "small-convolutional"})
  public String ann;

  /** Images an operation; they are one batch. */
  @Param({"1", "16"})
  public int batch;

  /** Of weights and activations. */
  @Param({"float32", "int8"})
  public String precision;

  private OnnxSession session;
  private List<OnnxTensor> batches;
  private int next;

  /** Writes the model and loads it. */
  @Setup(Level.Trial)
  public void setUp() {
    CorePinning.pinThisThread();
    PictureNetwork network = PictureNetwork.of(ann);
    Chain chain = network.chain();
    List<float[]> inputs = network.pictures().stream().map(DenseInputs::of).toList();
    byte[] model =
        precision.equals("int8")
            ? AnnModel.int8(chain, batch, ActivationRanges.of(chain, inputs))
            : AnnModel.float32(chain, batch);
    session = new OnnxSession(model);
    batches = OnnxBatches.of(session, chain, inputs, batch);
  }

  /** One batch. */
  @Benchmark
  public void batch(Blackhole hole) {
    try (OrtSession.Result result = session.run(batches.get(next))) {
      hole.consume(result);
    }
    next = next + 1 == batches.size() ? 0 : next + 1;
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void tearDown() {
    batches.forEach(OnnxTensor::close);
    session.close();
  }
}
