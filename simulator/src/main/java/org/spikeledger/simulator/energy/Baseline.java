package org.spikeledger.simulator.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.simulator.count.LayerFacts;

/**
 * An ANN of the same shape that the SNN is held against.
 *
 * @param key in JSON and tables
 * @param text what it is, in words
 * @param costs its prices
 * @param directCosts its prices in a layer that reads the image itself, but for the activations
 *     which that layer writes
 * @param density its own zeros
 */
public record Baseline(
    String key, String text, OperationCosts costs, OperationCosts directCosts, AnnDensity density) {

  /** The key of the ANN in int8 with 32-bit accumulation, of an SNN in another precision. */
  public static final String INT8 = "int8";

  /** An ANN at the prices of a model, every multiply-accumulate charged. */
  public static Baseline dense(String key, OperationCosts costs) {
    return new Baseline(
        key,
        "ANN of the same shape, %s, dense multiply-accumulates (its own zeros not counted)"
            .formatted(costs.precision()),
        costs,
        costs,
        AnnDensity.DENSE);
  }

  /** The same ANN, operations on zero activations left out. */
  public Baseline skippingZeros(AnnDensity zeros) {
    return new Baseline(
        key + "-zeros-skipped",
        "ANN of the same shape, %s, operations on its own zeros left out (%s)"
            .formatted(costs.precision(), zeros.source()),
        costs,
        directCosts,
        zeros);
  }

  /**
   * The ANN whose activations tell as much as T timesteps of spikes do: b = ceil(log2(T + 1)) bits
   * (Yan, Bai, Wong, arXiv 2409.08290). A b-bit multiply-accumulate costs b accumulates of the
   * weight's precision, an assumption of ours. A layer that reads the image itself costs the same
   * on both sides. At T = 1 this is a binary network, and the SNN's gain is sparsity alone.
   */
  public static Baseline bitMatched(OperationCosts costs, int timesteps) {
    int bits = bits(timesteps);
    OperationCosts matched =
        new OperationCosts(
            costs.name() + ", %d-bit activations".formatted(bits),
            costs.source(),
            costs.technology(),
            "%d-bit activations, weights in %s".formatted(bits, costs.precision()),
            new OperationPrices(
                costs.operations().accumulatePj(), bits * costs.operations().accumulatePj()),
            new WordBits(
                costs.wordBits().weight(),
                bits,
                costs.wordBits().potential(),
                costs.wordBits().event()),
            costs.memory());
    return new Baseline(
        "bit-matched",
        ("ANN of the same shape, b = ceil(log2(T + 1)) = %d bit activations, weights in %s; a b-bit"
                + " MAC is charged as b accumulates (assumption); the layer that reads the image as in"
                + " the SNN%s")
            .formatted(
                bits,
                costs.precision(),
                bits == 1 ? "; a binary network, so the SNN's gain is sparsity alone" : ""),
        matched,
        costs,
        AnnDensity.DENSE);
  }

  /** The bits that hold 0..T: ceil(log2(T + 1)). */
  public static int bits(int timesteps) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(timesteps);
  }

  /**
   * All baselines of an SNN, like with like first: its own precision, then the others; each once
   * more without the ANN's own zeros where they are known.
   *
   * @param snn prices of the SNN
   * @param timesteps T
   * @param zeros of the ANN, where they are known
   */
  public static List<Baseline> of(OperationCosts snn, int timesteps, Optional<AnnDensity> zeros) {
    List<Baseline> dense = new ArrayList<>();
    dense.add(dense("same-precision", snn));
    for (Published each : Published.values()) {
      OperationCosts costs = CostModels.operations(each.model);
      if (!costs.equals(snn)) {
        dense.add(dense(each.key, costs));
      }
    }
    dense.add(bitMatched(snn, timesteps));
    List<Baseline> all = new ArrayList<>(dense);
    zeros.ifPresent(known -> dense.forEach(each -> all.add(each.skippingZeros(known))));
    return List.copyOf(all);
  }

  OperationCosts costs(LayerFacts layer) {
    return layer.directlyEncoded() && layer.sources().isEmpty() ? directCosts : costs;
  }

  /** Dense operations that are charged. */
  double operations(LayerFacts layer) {
    return layer.denseOperations() * density.share(layer.layer().name());
  }

  private enum Published {
    FLOAT32("float32", CostModels.PAPER),
    INT8(Baseline.INT8, CostModels.INT8),
    OFTEN_CITED("int8-often-cited", "horowitz-45nm-int8-accumulate8");

    private final String key;
    private final String model;

    Published(String key, String model) {
      this.key = key;
      this.model = model;
    }
  }
}
