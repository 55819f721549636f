package org.spikeledger.tools.bench;

import org.spikeledger.tools.bench.run.ForkSettings;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import picocli.CommandLine.Option;

/** How is measured, and which of our engines. */
final class BenchOptions {

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "5",
      description = "New virtual machines for each figure. Default: ${DEFAULT-VALUE}.")
  private int forks;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "5",
      description = "Iterations of each fork before measuring. Default: ${DEFAULT-VALUE}.")
  private int warmupIterations;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Iterations of each fork that are measured. Default: ${DEFAULT-VALUE}.")
  private int iterations;

  @Option(
      names = "--milliseconds",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "The length of an iteration. Default: ${DEFAULT-VALUE}.")
  private int milliseconds;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "Of our engine: auto, scalar, vector128, vector256 or vector512. Default:"
              + " ${DEFAULT-VALUE}.")
  private String kernel;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = EngineUnderTest.FLOAT32,
      description =
          "Of our engine: float32, bfloat16 (weights rounded to it, summed in"
              + " float32) or int8. Default: ${DEFAULT-VALUE}.")
  private String precision;

  @Option(
      names = "--busy-ok",
      description = "Measure though others use the machine, and mark every line.")
  private boolean busyAccepted;

  /** For picocli, which fills the options. */
  BenchOptions() {}

  ForkSettings settings() {
    return new ForkSettings(forks, warmupIterations, iterations, milliseconds);
  }

  EngineUnderTest engine() {
    return new EngineUnderTest(kernel, precision);
  }

  boolean busyAccepted() {
    return busyAccepted;
  }
}
