package org.spikeledger.tools.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures all subjects in turn, one fork each, then all again: a fork of ours and the rival's
 * stand beside each other in time, and whatever the machine does meets both.
 */
public final class Forks {

  private final ForkSettings settings;
  private final Consumer<String> messages;

  /**
   * Ready to measure.
   *
   * @param messages receives a line a fork
   */
  public Forks(ForkSettings settings, Consumer<String> messages) {
    this.settings = settings;
    this.messages = messages;
  }

  /** Measures; the forks of a subject stand in the order of time. */
  public Map<Subject, List<ForkFigures>> measure(Collection<Subject> subjects) {
    Map<Subject, List<ForkFigures>> figures = new LinkedHashMap<>();
    subjects.forEach(subject -> figures.put(subject, new ArrayList<>()));
    ForkRunner runner = new ForkRunner(settings);
    int total = settings.forks() * figures.size();
    int done = 0;
    long start = System.nanoTime();
    for (int fork = 0; fork < settings.forks(); fork++) {
      for (var entry : figures.entrySet()) {
        ForkFigures measured = runner.run(entry.getKey());
        entry.getValue().add(measured);
        done++;
        long left = (System.nanoTime() - start) / done * (total - done);
        messages.accept(line(done, total, entry.getKey(), measured, Duration.ofNanos(left)));
      }
    }
    return figures;
  }

  private static String line(
      int done, int total, Subject subject, ForkFigures figures, Duration left) {
    return String.format(
        Locale.ROOT,
        "%d of %d  %s  %,.1f microseconds  (%d min left)",
        done,
        total,
        subject.id(),
        figures.microseconds(),
        left.toMinutes());
  }
}
