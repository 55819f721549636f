package org.spikeledger.tools.cli.run;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/**
 * A progress bar on standard error, where that is a terminal and the work takes longer than a
 * second; else nothing.
 */
public final class Progress implements InferenceListener, AutoCloseable {

  private static final String TERMINAL_PROPERTY = "spikeledger.terminal";
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int WIDTH = 80;

  private final String task;
  private final long total;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();
  private long done;

  private Progress(String task, long total, boolean isTerminal) {
    this.task = task;
    this.total = total;
    this.isTerminal = isTerminal;
  }

  /** The progress of so many things, which the task names. */
  public static Progress of(String task, long total) {
    return new Progress(task, total, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    step();
  }

  /** One more is done. */
  public void step() {
    done++;
    if (isTerminal && bar.isEmpty() && System.nanoTime() - start > PATIENCE_NANOS) {
      bar = Optional.of(newBar());
    }
    bar.ifPresent(shown -> shown.stepTo(done));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }

  private ProgressBar newBar() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }
}
