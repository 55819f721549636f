package org.spikeledger.training.progress;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar of one epoch on standard error: loss, accuracy, images a second, time left. */
public final class EpochBar implements AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 1000;

  private final ProgressBar bar;

  /** Opens a bar for a number of images. */
  public EpochBar(String stage, int epoch, int epochs, long images) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(stage + " " + epoch + "/" + epochs)
            .setInitialMax(images)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setUnit(" images", 1)
            .showSpeed()
            .build();
  }

  /** Advances by some images. */
  public void advance(long images, RunningMean mean) {
    bar.stepBy(images);
    bar.setExtraMessage(
        String.format(
            Locale.ROOT, " loss %.4f accuracy %.2f %%", mean.loss(), 100 * mean.accuracy()));
  }

  @Override
  public void close() {
    bar.close();
  }
}
