package org.spikeledger.tools.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One fork of a JMH benchmark, with JMH's gc profiler. */
final class JmhFork {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final ForkSettings settings;

  JmhFork(ForkSettings settings) {
    this.settings = settings;
  }

  ForkFigures run(Subject.Jmh subject) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    OutputFormat format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
    try {
      RunResult result = new Runner(options(subject).build(), format).runSingle();
      return new ForkFigures(result.getPrimaryResult().getScore(), allocation(result), Double.NaN);
    } catch (RunnerException failed) {
      throw new IllegalStateException(
          "a benchmark runs: " + subject.id() + "\n" + log.toString(StandardCharsets.UTF_8),
          failed);
    }
  }

  private ChainedOptionsBuilder options(Subject.Jmh subject) {
    TimeValue iteration = TimeValue.milliseconds(settings.milliseconds());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(subject.benchmark()) + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .threads(1)
            .warmupIterations(settings.warmupIterations())
            .warmupTime(iteration)
            .measurementIterations(settings.iterations())
            .measurementTime(iteration)
            .jvmArgs(ForkJvm.FLAGS.toArray(String[]::new))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    subject.parameters().forEach(options::param);
    return options;
  }

  /** The least of the iterations: JMH itself allocates, above all in the first one. */
  private static double allocation(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .mapToDouble(JmhFork::allocation)
        .min()
        .orElse(Double.NaN);
  }

  private static double allocation(IterationResult iteration) {
    for (String name : iteration.getSecondaryResults().keySet()) {
      if (name.endsWith(ALLOCATION)) {
        return iteration.getSecondaryResults().get(name).getScore();
      }
    }
    return Double.NaN;
  }
}
