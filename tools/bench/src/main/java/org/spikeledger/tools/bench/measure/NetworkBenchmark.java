package org.spikeledger.tools.bench.measure;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.tools.bench.machine.CorePinning;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.NamedWorkload;
import org.spikeledger.tools.bench.workload.Workload;

/** A whole network in our event-driven engine, inputs one by one, on one thread. */
@State(Scope.Thread)
public class NetworkBenchmark extends TimeOfOperation {

  /** Which network with which inputs. */
  @Param({
    "vgg16-t1",
    "fully-connected-t5-input5",
    "fully-connected-t5-input10",
    "fully-connected-t5-input15",
    "fully-connected-t5-input20",
    "small-convolutional-t1",
    "small-convolutional-t5"
  })
  public String workload;

  /** Images an operation. */
  @Param("1")
  public int batch;

  /** The kernels. */
  @Param("auto")
  public String kernel;

  /** Of weights and sums. */
  @Param(EngineUnderTest.FLOAT32)
  public String precision;

  private Engine engine;
  private InferenceRecord record;
  private Cycle inputs;

  /** Builds and calibrates the network. */
  @Setup(Level.Trial)
  public void setUp() {
    Workload made = NamedWorkload.of(workload).make();
    EngineUnderTest under = new EngineUnderTest(kernel, precision);
    EngineUnderTest.Measured measured =
        under.measured(made.graph(), made.inputs(), made.timesteps());
    engine = under.engine(under.plan(measured.graph(), made.kind()), made.timesteps());
    record = engine.newRecord();
    inputs = new Cycle(measured.inputs());
    CorePinning.pinThisThread();
  }

  /** So many inferences. */
  @Benchmark
  public InferenceRecord inferences() {
    for (int i = 0; i < batch; i++) {
      engine.run(0, inputs.next(), record);
    }
    return record;
  }
}
