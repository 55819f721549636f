package org.spikeledger.training.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error: steps done, time left. */
public final class StepBar implements AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 1000;

  private final ProgressBar bar;

  /** Opens a bar for a number of steps, each called a unit. */
  public StepBar(String task, String unit, long steps) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setUnit(unit, 1)
            .showSpeed()
            .build();
  }

  /** So many steps are done. */
  public void at(long steps, String message) {
    bar.stepTo(steps);
    bar.setExtraMessage(" " + message);
  }

  @Override
  public void close() {
    bar.close();
  }
}
