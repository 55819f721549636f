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
final class Progress implements InferenceListener, AutoCloseable {

  private static final String TERMINAL_PROPERTY = "spikeledger.terminal";
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final int WIDTH = 80;

  private final long total;
  private final boolean isTerminal;
  private final long start = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();
  private long done;

  private Progress(long total, boolean isTerminal) {
    this.total = total;
    this.isTerminal = isTerminal;
  }

  static Progress of(long total) {
    return new Progress(total, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
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
        .setTaskName("inferences")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setMaxRenderedLength(WIDTH)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .build();
  }
}
