package org.spikeledger.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * A thread's part of a connection, used by it alone. Where there is a block of channels for each
 * thread, some blocks in all target pixels, so that each reads its own weights only; else all
 * channels of every so many-th row of pixels; a piece of the channels of whole rows, which few
 * pixels use, and where there are fewer blocks and pixels than threads.
 */
final class ConnectionShare {

  private final Member member;
  private final int[] pixels;
  private final WeightBlock[] blocks;
  private final ArrivingRuns arriving;
  private final ReachedChannels reached;
  private final ReadAhead readAhead = new ReadAhead();

  ConnectionShare(ConnectionStage stage, Member member) {
    this.member = member;
    Layout layout = stage.layout();
    this.pixels = IntStream.range(0, layout.pixels()).filter(each -> owns(layout, each)).toArray();
    PackedWeights weights = stage.weights();
    boolean byBlocks = weights.blocks().size() >= member.parts();
    boolean byPixels = !byBlocks && !weights.wholeRows() && layout.pixels() >= member.parts();
    this.blocks =
        (byBlocks ? wholeBlocks(weights) : byPixels ? weights.blocks() : pieces(weights))
            .toArray(WeightBlock[]::new);
    int groups = weights.groups();
    int[] windows =
        IntStream.range(0, stage.windows().count())
            .filter(window -> !byPixels || owns(layout, window / groups))
            .toArray();
    this.arriving = new ArrivingRuns(stage, windows);
    this.reached = new ReachedChannels(weights);
  }

  private List<WeightBlock> wholeBlocks(PackedWeights weights) {
    int number = weights.blocks().size();
    return weights.blocks().subList(member.from(number), member.to(number));
  }

  private List<WeightBlock> pieces(PackedWeights weights) {
    List<WeightBlock> pieces = new ArrayList<>();
    int width = weights.format().unit();
    for (WeightBlock block : weights.blocks()) {
      int number = (block.channels() + width - 1) / width;
      int from = member.from(number) * width;
      int to = Math.min(block.channels(), member.to(number) * width);
      if (from < to) {
        pieces.add(weights.piece(block, from, to));
      }
    }
    return pieces;
  }

  private boolean owns(Layout layout, int pixel) {
    int stripe = layout.rows() < member.parts() ? 1 : layout.columns();
    return pixel / stripe % member.parts() == member.part();
  }

  /** The target pixels for which the thread books what reaches them. */
  int[] pixels() {
    return pixels;
  }

  /** Of which channels it sums up the currents. */
  WeightBlock[] blocks() {
    return blocks;
  }

  /** Reads the rows of the blocks before they are used. */
  ReadAhead readAhead() {
    return readAhead;
  }

  /** Finds whom events reach over weights that are not zero. */
  ReachedChannels reached() {
    return reached;
  }

  /** Finds the events of the windows that it walks. */
  ArrivingRuns arriving() {
    return arriving;
  }
}
