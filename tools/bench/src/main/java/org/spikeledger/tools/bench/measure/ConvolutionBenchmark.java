package org.spikeledger.tools.bench.measure;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.tools.bench.machine.CorePinning;
import org.spikeledger.tools.bench.workload.ConvolutionLayer;
import org.spikeledger.tools.bench.workload.EngineUnderTest;

/**
 * One 3x3 convolution with its neurons, one timestep: gather, leak, fire, index write and counters;
 * the sum of the spikes a channel, without which no output would be, is inside the time too.
 */
@State(Scope.Thread)
public class ConvolutionBenchmark extends TimeOfOperation {

  /** Extent, channels in, channels out. */
  @Param({"32x64x64", "16x128x128", "8x256x256", "4x512x512", "2x512x512"})
  public String layer;

  /** Spikes a neuron and timestep. */
  @Param({"0.05", "0.1", "0.2"})
  public double rate;

  /** The kernels. */
  @Param("auto")
  public String kernel;

  /** Of weights and sums. */
  @Param(EngineUnderTest.FLOAT32)
  public String precision;

  private Engine engine;
  private InferenceRecord record;
  private Cycle inputs;

  /** Builds the layer. */
  @Setup(Level.Trial)
  public void setUp() {
    ConvolutionLayer described = ConvolutionLayer.of(layer);
    EngineUnderTest under = new EngineUnderTest(kernel, precision);
    EngineUnderTest.Measured measured =
        under.measured(described.graph(), described.patterns(rate), 1);
    engine = under.engine(under.plan(measured.graph(), ValueKind.BINARY), 1);
    record = engine.newRecord();
    inputs = new Cycle(measured.inputs());
    CorePinning.pinThisThread();
  }

  /** One inference of one timestep. */
  @Benchmark
  public InferenceRecord timestep() {
    engine.run(0, inputs.next(), record);
    return record;
  }
}
