package org.spikeledger.training.data;

import java.util.List;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Shape;

/** A dataset that breaks off after some images: a stand-in for a process that is killed. */
public final class BreakingDataset implements Dataset {
  private final Dataset whole;
  private int reads;

  /** Gives so many images of a dataset, then throws. */
  public BreakingDataset(Dataset whole, int reads) {
    this.whole = whole;
    this.reads = reads;
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public int size() {
    return whole.size();
  }

  @Override
  public Shape imageShape() {
    return whole.imageShape();
  }

  @Override
  public List<String> classNames() {
    return whole.classNames();
  }

  @Override
  public void image(int index, byte[] pixels) {
    if (reads-- == 0) {
      throw new IllegalStateException("cut off");
    }
    whole.image(index, pixels);
  }

  @Override
  public int label(int index) {
    return whole.label(index);
  }
}
