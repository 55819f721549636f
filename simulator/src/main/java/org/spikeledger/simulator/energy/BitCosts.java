package org.spikeledger.simulator.energy;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.count.Primitive;

/**
 * Operations and moved bits at a price each (file kind {@code bits}), with the prices and the fair
 * baseline of Yan, Bai and Wong (arXiv 2409.08290): an ANN with activations of b = ceil(log2(T+1))
 * bits. Weights come from DRAM, potentials and activations lie on the chip, spikes travel as
 * addresses.
 *
 * @param name as commands and reports name it
 * @param source where the prices are published
 * @param technology process
 * @param precision of weights and sums, in words
 * @param accumulatePj of one accumulate, comparison or subtraction, in pJ
 * @param dramPjPerBit of a bit from DRAM, in pJ
 * @param onChipPjPerBit of a bit that lies or moves in order on the chip, in pJ
 * @param sparseRoutePjPerBit of a bit of a spike's address on its way, in pJ
 * @param weightBits of a weight, 1..64
 * @param potentialBits of a membrane potential, 1..64
 * @param addressBits of a spike's address, 1..64
 */
public record BitCosts(
    String name,
    String source,
    String technology,
    String precision,
    double accumulatePj,
    double dramPjPerBit,
    double onChipPjPerBit,
    double sparseRoutePjPerBit,
    int weightBits,
    int potentialBits,
    int addressBits)
    implements BilledCosts {

  /** Checks texts, prices and widths. */
  public BitCosts {
    CostModel.checkTexts(name, source, technology, precision);
    Price.check("accumulatePj", accumulatePj);
    Price.check("dramPjPerBit", dramPjPerBit);
    Price.check("onChipPjPerBit", onChipPjPerBit);
    Price.check("sparseRoutePjPerBit", sparseRoutePjPerBit);
    WordBits.check("weightBits", weightBits);
    WordBits.check("potentialBits", potentialBits);
    WordBits.check("addressBits", addressBits);
  }

  @Override
  public String formula() {
    return "SNN: accumulates + N*T comparisons + S reset subtractions, each at one price; weights"
        + " fetched from DRAM by the reuse; potentials read and written in every timestep on"
        + " the chip; each spike one address on a sparse route. ANN: b = ceil(log2(T+1))"
        + " accumulates a MAC, weights from DRAM by the same reuse, b bits an activation on"
        + " the chip. A directly encoded layer's product costs b = "
        + weightBits
        + " accumulates a MAC on both sides, once an inference";
  }

  @Override
  public boolean pricesAnn() {
    return true;
  }

  @Override
  public List<Bill> bills(CountedActivity activity) {
    return Arrays.stream(PooledInput.values())
        .flatMap(rule -> Arrays.stream(Reuse.values()).map(reuse -> bill(activity, rule, reuse)))
        .toList();
  }

  private Bill bill(CountedActivity activity, PooledInput rule, Reuse reuse) {
    return new Bill(
        "pooled input: %s, reuse: %s".formatted(rule.key(), reuse.key()),
        activity.layerActivities().stream().map(each -> bill(each, rule, reuse)).toList());
  }

  private LayerBill bill(LayerActivity layer, PooledInput rule, Reuse reuse) {
    return new LayerBill(layer.facts().layer().name(), snn(layer, rule, reuse), ann(layer, reuse));
  }

  private List<BillItem> snn(LayerActivity layer, PooledInput rule, Reuse reuse) {
    double direct = layer.directOperations();
    double operations = rule.of(layer).total();
    double words = (double) layer.facts().weights() * layer.timesteps();
    double spikes = layer.mean(Primitive.SPIKES);
    return List.of(
        BillItem.fixed("accumulates of the image", direct * weightBits, accumulatePj),
        BillItem.fixed(
            "weight bits for the image",
            reuse.reads(direct, (double) layer.facts().weights()) * weightBits,
            dramPjPerBit),
        BillItem.ofEvents("accumulates", operations, accumulatePj),
        BillItem.fixed("comparisons", layer.neuronTimesteps(), accumulatePj),
        BillItem.ofEvents("reset subtractions", spikes, accumulatePj),
        BillItem.ofEvents(
            "weight bits from DRAM", reuse.reads(operations, words) * weightBits, dramPjPerBit),
        BillItem.fixed(
            "potential bits", 2 * layer.neuronTimesteps() * potentialBits, onChipPjPerBit),
        BillItem.ofEvents("address bits", spikes * addressBits, sparseRoutePjPerBit));
  }

  private List<BillItem> ann(LayerActivity layer, Reuse reuse) {
    double operations = layer.facts().denseOperations();
    int bits = Baseline.bits(layer.timesteps());
    return List.of(
        BillItem.fixed(
            "accumulates",
            operations * (layer.readsImageAlone() ? weightBits : bits),
            accumulatePj),
        BillItem.fixed(
            "weight bits from DRAM",
            reuse.reads(operations, (double) layer.facts().weights()) * weightBits,
            dramPjPerBit),
        BillItem.fixed(
            "activation bits", (double) layer.facts().layer().neurons() * bits, onChipPjPerBit));
  }
}
