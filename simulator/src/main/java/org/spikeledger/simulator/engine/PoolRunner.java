package org.spikeledger.simulator.engine;

import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PoolStage;

/**
 * Gathers the events of each window, channel by channel, row after row. The first thread writes the
 * events when those before the pool stand; later stages read them.
 */
final class PoolRunner implements UndividedRunner {

  private final PoolStage stage;
  private final Slots slots;
  private final EventList events;
  private final float[] sums;
  private final long[] gathered;
  private final long[] reached;

  PoolRunner(PoolStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.events = slots.putEvents(stage.slot(), new EventList(stage.layout(), true, true));
    this.sums = new float[stage.layout().channels()];
    this.gathered = new long[stage.layout().channels()];
    this.reached = new long[stage.layout().wordsPerPixel()];
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    Layout target = stage.layout();
    EventList arriving = slots.events(stage.source());
    events.clear();
    for (int row = 0; row < target.rows(); row++) {
      for (int column = 0; column < target.columns(); column++) {
        float area = area(gather(arriving, row, column));
        int pixel = row * target.columns() + column;
        events.endPixel(pixel, send(pixel * target.channels(), area, events.count()));
      }
    }
  }

  /** Adds up one window; the number of source pixels inside the map. */
  private int gather(EventList arriving, int row, int column) {
    Pool pool = stage.pool();
    Layout source = stage.sourceLayout();
    int firstRow = row * pool.stride().rows() - pool.padding().rows();
    int firstColumn = column * pool.stride().columns() - pool.padding().columns();
    int endRow = Math.min(source.rows(), firstRow + pool.kernel().rows());
    int fromColumn = Math.max(0, firstColumn);
    int endColumn = Math.min(source.columns(), firstColumn + pool.kernel().columns());
    int inside = 0;
    for (int r = Math.max(0, firstRow); r < endRow; r++) {
      inside += endColumn - fromColumn;
      addRow(arriving, r * source.columns() + fromColumn, r * source.columns() + endColumn);
    }
    return inside;
  }

  private void addRow(EventList arriving, int fromPixel, int endPixel) {
    for (int e = arriving.start(fromPixel); e < arriving.start(endPixel); e++) {
      int channel = arriving.channel(e);
      reached[channel / Long.SIZE] |= 1L << channel;
      sums[channel] += arriving.value(e);
      gathered[channel] += arriving.gathered(e);
    }
  }

  /**
   * Sends what the reached channels gathered, and clears them for the next window. Without a branch
   * on whether the values cancelled out.
   *
   * @param first canonical index of the target pixel
   * @param end how many events stand in the list
   * @return how many then do
   */
  private int send(int first, float area, int end) {
    int count = end;
    for (int word = 0; word < reached.length; word++) {
      for (long bits = reached[word]; bits != 0; bits &= bits - 1) {
        int channel = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        float value = sums[channel] / area;
        events.write(count, first + channel, value, gathered[channel]);
        count += value == 0f ? 0 : 1;
        sums[channel] = 0f;
        gathered[channel] = 0;
      }
      reached[word] = 0;
    }
    return count;
  }

  private float area(int inside) {
    if (!(stage.pool() instanceof AvgPool2d average)) {
      return 1f;
    }
    return average.countPadding() ? average.area() : inside;
  }
}
