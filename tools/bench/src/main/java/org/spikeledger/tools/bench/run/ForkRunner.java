package org.spikeledger.tools.bench.run;

import java.util.OptionalDouble;
import org.spikeledger.tools.bench.machine.OtherLoad;

/** Measures a subject in one fork, watching what others do on the machine meanwhile. */
final class ForkRunner {

  private final JmhFork jmh;
  private final ThroughputFork throughput;

  ForkRunner(ForkSettings settings) {
    jmh = new JmhFork(settings);
    throughput = new ThroughputFork(settings);
  }

  ForkFigures run(Subject subject) {
    OtherLoad load = new OtherLoad();
    ForkFigures figures =
        switch (subject) {
          case Subject.Jmh benchmark -> jmh.run(benchmark);
          case Subject.Processes processes -> throughput.run(processes);
        };
    OptionalDouble others = load.cores();
    return new ForkFigures(
        figures.microseconds(), figures.allocatedBytes(), others.orElse(Double.NaN));
  }
}
