package org.spikeledger.tools.bench.measure;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.spikeledger.tools.bench.machine.CorePinning;
import org.spikeledger.tools.bench.rival.DenseInputs;
import org.spikeledger.tools.bench.rival.DenseSnn;
import org.spikeledger.tools.bench.rival.OnnxBatches;
import org.spikeledger.tools.bench.workload.NamedWorkload;
import org.spikeledger.tools.bench.workload.Workload;

/** The same SNN in dense tensors of libtorch, inputs one by one, on one thread. */
@State(Scope.Thread)
public class LibtorchBenchmark extends TimeOfOperation {

  /** Which network with which inputs, directly encoded. */
  @Param({"vgg16-t1", "small-convolutional-t1", "small-convolutional-t5"})
  public String workload;

  private DenseSnn network;
  private List<Tensor> inputs;
  private int next;

  /** Builds and calibrates the network. */
  @Setup(Level.Trial)
  public void setUp() {
    CorePinning.pinThisThread();
    Workload made = NamedWorkload.of(workload).make();
    network = new DenseSnn(made);
    long[] shape = OnnxBatches.shape(made.chain(), 1);
    inputs =
        made.inputs().stream().map(each -> network.input(DenseInputs.of(each), shape)).toList();
  }

  /** One inference. */
  @Benchmark
  public float[] inference() {
    float[] output = network.run(inputs.get(next));
    next = next + 1 == inputs.size() ? 0 : next + 1;
    return output;
  }

  /** Frees native memory. */
  @TearDown(Level.Trial)
  public void tearDown() {
    network.close();
  }
}
