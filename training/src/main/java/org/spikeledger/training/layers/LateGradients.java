package org.spikeledger.training.layers;

import java.util.ArrayList;
import java.util.List;

/**
 * Gradients that are worked out when the walk back through the graph of derivatives is over,
 * because libtorch's own way to them is slow. One a pass, used by the thread of the pass.
 */
public final class LateGradients {
  private final List<Runnable> pending = new ArrayList<>();

  /** Keeps some work for later. */
  public void add(Runnable work) {
    pending.add(work);
  }

  /** Does all that was kept. */
  public void compute() {
    pending.forEach(Runnable::run);
    pending.clear();
  }
}
