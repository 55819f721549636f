package org.spikeledger.simulator.energy;

import java.util.List;
import org.spikeledger.simulator.count.Primitive;

/**
 * What the units of a chip do, each at a price (file kind {@code chip}), as SANA-FE models it. No
 * mapping onto cores is made: every spike leaves through one axon, and hops between tiles are not
 * charged.
 *
 * @param name as commands and reports name it
 * @param source where the prices are published
 * @param technology the chip
 * @param precision of weights and sums, in words
 * @param synapsePj of one synaptic event, by how its weights are stored
 * @param somaAccessPj of reading a neuron's state, in pJ
 * @param somaUpdatePj of updating it, in pJ
 * @param spikeOutPj of a soma that fires, in pJ
 * @param axonOutPj of a spike message that leaves, in pJ
 */
public record ChipCosts(
    String name,
    String source,
    String technology,
    String precision,
    Synapse synapsePj,
    double somaAccessPj,
    double somaUpdatePj,
    double spikeOutPj,
    double axonOutPj)
    implements BilledCosts {

  /** Checks texts and prices. */
  public ChipCosts {
    CostModel.checkTexts(name, source, technology, precision);
    Price.check("somaAccessPj", somaAccessPj);
    Price.check("somaUpdatePj", somaUpdatePj);
    Price.check("spikeOutPj", spikeOutPj);
    Price.check("axonOutPj", axonOutPj);
  }

  /**
   * The price of one synaptic event.
   *
   * @param densePj where no weight of the layer is zero, in pJ
   * @param sparsePj where some weight is zero and only the others are stored, in pJ
   * @param convolutionPj where the layer is a convolution, in pJ
   */
  public record Synapse(double densePj, double sparsePj, double convolutionPj) {

    /** Checks the prices. */
    public Synapse {
      Price.check("densePj", densePj);
      Price.check("sparsePj", sparsePj);
      Price.check("convolutionPj", convolutionPj);
    }
  }

  @Override
  public String formula() {
    return "synaptic events * price of their kind (convolution; dense; sparse where a weight is"
        + " zero, and then the layer's share of non-zero ones) + N*T soma accesses + soma updates (visited)"
        + " + spikes * (spike out + one axon out); hops between tiles and the mapping onto"
        + " cores are left out";
  }

  @Override
  public boolean pricesAnn() {
    return false;
  }

  @Override
  public List<Bill> bills(CountedActivity activity) {
    return Bill.byPooledInput(activity, this::bill);
  }

  private LayerBill bill(LayerActivity layer, PooledInput rule) {
    double spikes = layer.mean(Primitive.SPIKES);
    double pricePj = synapsePj(layer);
    return new LayerBill(
        layer.facts().layer().name(),
        List.of(
            BillItem.fixed(
                "directly encoded synaptic events",
                stored(layer) * layer.directOperations(),
                pricePj),
            BillItem.ofEvents("synaptic events", stored(layer) * rule.of(layer).total(), pricePj),
            BillItem.fixed("soma accesses", layer.neuronTimesteps(), somaAccessPj),
            BillItem.ofEvents("soma updates", layer.mean(Primitive.VISITED), somaUpdatePj),
            BillItem.ofEvents("spikes out of the soma", spikes, spikeOutPj),
            BillItem.ofEvents("axons out", spikes, axonOutPj)),
        List.of());
  }

  private double synapsePj(LayerActivity layer) {
    if (layer.facts().isConvolution()) {
      return synapsePj.convolutionPj();
    }
    return layer.facts().nonZeroWeights() < layer.facts().weights()
        ? synapsePj.sparsePj()
        : synapsePj.densePj();
  }

  /** The share of a layer's synapses that are stored. */
  private static double stored(LayerActivity layer) {
    boolean sparse = !layer.facts().isConvolution() && layer.facts().weights() > 0;
    return sparse ? (double) layer.facts().nonZeroWeights() / layer.facts().weights() : 1;
  }
}
