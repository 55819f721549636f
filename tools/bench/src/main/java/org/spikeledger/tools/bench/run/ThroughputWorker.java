package org.spikeledger.tools.bench.run;

import java.io.IOException;
import java.util.List;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.NamedWorkload;
import org.spikeledger.tools.bench.workload.Workload;

/**
 * The process that measures throughput as a user has it: whole runs with digests and totals. It
 * warms up, says that it is ready, waits for a byte on standard input, runs, and says how many
 * inferences a second it did.
 */
final class ThroughputWorker {

  /** What it says when it is warm. */
  static final String READY = "ready";

  private static final int FIRST_INPUTS = 64;

  private final EngineUnderTest.Measured measured;
  private final RunSettings settings;

  private ThroughputWorker(
      Workload workload, int threads, Parallelism parallelism, EngineUnderTest engine) {
    this.measured = engine.measured(workload.graph(), workload.inputs(), workload.timesteps());
    this.settings =
        RunSettings.of(workload.timesteps())
            .withThreads(threads)
            .withParallelism(parallelism)
            .withKernel(KernelChoice.of(engine.kernel()));
  }

  /** Arguments: workload, threads, parallelism, kernel, precision, milliseconds. */
  public static void main(String[] arguments) throws IOException {
    ThroughputWorker worker =
        new ThroughputWorker(
            NamedWorkload.of(arguments[0]).make(),
            Integer.parseInt(arguments[1]),
            Parallelism.of(arguments[2]),
            new EngineUnderTest(arguments[3], arguments[4]));
    double seconds = Integer.parseInt(arguments[5]) / 1e3;
    double rate = worker.run(FIRST_INPUTS);
    rate = worker.run(inputs(rate, seconds));
    System.out.println(READY);
    if (System.in.read() >= 0) {
      System.out.println(worker.run(inputs(rate, seconds)));
    }
  }

  private static int inputs(double rate, double seconds) {
    return Math.max(FIRST_INPUTS, (int) (rate * seconds));
  }

  /** Inferences a second. */
  private double run(int inputs) {
    RunSummary summary =
        Runner.run(
            measured.graph(),
            "bench",
            new Repeated(measured.inputs(), inputs),
            settings,
            List.of());
    return summary.samples() / summary.wallSeconds();
  }

  /** A workload's inputs again and again. */
  private record Repeated(List<EncodedInput> inputs, int size) implements InputSource {

    @Override
    public String name() {
      return "bench";
    }

    @Override
    public String encoder() {
      return "bench";
    }

    @Override
    public ValueKind kind() {
      return inputs.getFirst().kind();
    }

    @Override
    public EncodedInput input(int index) {
      return inputs.get(index % inputs.size());
    }

    @Override
    public int label(int index) {
      return -1;
    }
  }
}
