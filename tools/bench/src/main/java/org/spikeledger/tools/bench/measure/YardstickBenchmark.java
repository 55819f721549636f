package org.spikeledger.tools.bench.measure;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.spikeledger.tools.bench.machine.CorePinning;
import org.spikeledger.tools.bench.rival.GatherYardstick;
import org.spikeledger.tools.bench.workload.ConvolutionLayer;

/** The plain gather of {@link GatherYardstick} over the first pattern of the layer's. */
@State(Scope.Thread)
public class YardstickBenchmark extends TimeOfOperation {

  /** Extent, channels in, channels out. */
  @Param({"32x64x64", "16x128x128", "8x256x256", "4x512x512", "2x512x512"})
  public String layer;

  /** Spikes a neuron and timestep. */
  @Param({"0.05", "0.1", "0.2"})
  public double rate;

  private GatherYardstick yardstick;

  /** Builds the layer. */
  @Setup(Level.Trial)
  public void setUp() {
    ConvolutionLayer described = ConvolutionLayer.of(layer);
    yardstick = new GatherYardstick(described, described.patterns(rate).getFirst());
    CorePinning.pinThisThread();
  }

  /** The sums grow from iteration to iteration; an addition takes as long for any of them. */
  @Benchmark
  public MemorySegment gather() {
    return yardstick.run();
  }
}
