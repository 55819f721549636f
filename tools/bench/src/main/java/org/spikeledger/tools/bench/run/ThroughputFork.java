package org.spikeledger.tools.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Processes that warm up, wait for each other, then run inferences at the same time. */
final class ThroughputFork {

  private final ForkSettings settings;

  ThroughputFork(ForkSettings settings) {
    this.settings = settings;
  }

  ForkFigures run(Subject.Processes subject) {
    List<Worker> workers = new ArrayList<>();
    try {
      for (int i = 0; i < subject.processes(); i++) {
        workers.add(Worker.start(command(subject)));
      }
      for (Worker worker : workers) {
        worker.expect(ThroughputWorker.READY);
      }
      for (Worker worker : workers) {
        worker.go();
      }
      double inferencesPerSecond = 0;
      for (Worker worker : workers) {
        inferencesPerSecond += Double.parseDouble(worker.line());
      }
      return new ForkFigures(1e6 / inferencesPerSecond, Double.NaN, Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      workers.forEach(Worker::end);
    }
  }

  private List<String> command(Subject.Processes subject) {
    return ForkJvm.command(
        ThroughputWorker.class,
        subject.workload(),
        Integer.toString(subject.threads()),
        subject.parallelism().key(),
        subject.kernel(),
        subject.precision(),
        Integer.toString(settings.iterations() * settings.milliseconds()));
  }

  /** A process that is talked to by its standard streams. */
  private record Worker(Process process, BufferedReader lines) {

    static Worker start(List<String> command) throws IOException {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new Worker(process, process.inputReader(StandardCharsets.UTF_8));
    }

    String line() throws IOException {
      String line = lines.readLine();
      if (line == null) {
        throw new IllegalStateException("a measuring process answers: process=" + process.info());
      }
      return line;
    }

    void expect(String expected) throws IOException {
      String line = line();
      if (!line.equals(expected)) {
        throw new IllegalStateException(
            "a measuring process says %s: line=%s".formatted(expected, line));
      }
    }

    void go() throws IOException {
      process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
    }

    /** Waits for it, so that its CPU time counts as ours. */
    void end() {
      process.destroy();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
