package org.spikeledger.simulator.energy;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.Primitive;

/**
 * The model of Lemaire et al. 2022 (arXiv 2210.13107, file kind {@code lemaire}): operations,
 * memory accesses by the size of each memory, and addressing, by his formulas, which ignore
 * borders. A directly encoded layer goes down his ANN path; its neurons cost what all others do.
 *
 * @param name as commands and reports name it
 * @param source where the prices are published
 * @param technology process and supply voltage
 * @param precision of weights and sums, in words
 * @param addPj of one addition, in pJ
 * @param multiplyPj of one multiplication, in pJ
 * @param wordBits of every word stored, 1..64
 * @param memory prices of memory accesses
 */
public record LemaireCosts(
    String name,
    String source,
    String technology,
    String precision,
    double addPj,
    double multiplyPj,
    int wordBits,
    MemoryPrices memory)
    implements BilledCosts {

  /** Checks texts, prices and width. */
  public LemaireCosts {
    CostModel.checkTexts(name, source, technology, precision);
    Price.check("addPj", addPj);
    Price.check("multiplyPj", multiplyPj);
    WordBits.check("wordBits", wordBits);
  }

  @Override
  public String formula() {
    return "SNN, theta = events in, S = spikes out, F = Cout*k*k (Nout for a linear layer): reads"
        + " theta + theta*F weights + (theta*F + N*T) potentials, writes (theta*F + N*T)"
        + " potentials + S; adds theta*Cout*ceil(k/stride)^2 + N*T + S; N*T leak"
        + " multiplications where it leaks; addressing 2*theta MAC (convolution) + theta*F"
        + " adds. ANN: MAC reads of inputs, MAC of weights, N writes, MAC and N adds,"
        + " addressing inputs + outputs + k*k*Cout adds. A directly encoded layer's product"
        + " goes down the ANN path once an inference";
  }

  @Override
  public boolean pricesAnn() {
    return true;
  }

  @Override
  public List<Bill> bills(CountedActivity activity) {
    return List.of(
        new Bill("as published", activity.layerActivities().stream().map(this::bill).toList()));
  }

  private LayerBill bill(LayerActivity layer) {
    Prices prices = new Prices(layer);
    List<BillItem> snn = new ArrayList<>();
    if (layer.directOperations() > 0) {
      dense(layer, prices, layer.directOperations(), true).forEach(snn::add);
    }
    events(layer, prices, snn);
    neurons(layer, prices, snn);
    return new LayerBill(
        layer.facts().layer().name(),
        snn,
        dense(layer, prices, (double) layer.facts().denseOperations(), false));
  }

  private void events(LayerActivity layer, Prices prices, List<BillItem> snn) {
    double eventsIn = PooledInput.GRADED.eventsRead(layer);
    double fanOut = layer.mean(Primitive.BORDERLESS_FAN_OUT);
    double byKernel = layer.facts().isConvolution() ? eventsIn : 0;
    snn.add(BillItem.ofEvents("events read", eventsIn, prices.input()));
    snn.add(BillItem.ofEvents("weights read", fanOut, prices.weight()));
    snn.add(BillItem.ofEvents("potentials read by events", fanOut, prices.potential()));
    snn.add(BillItem.ofEvents("potentials written by events", fanOut, prices.potential()));
    snn.add(BillItem.ofEvents("additions by events", fanOut * strided(layer), addPj));
    snn.add(BillItem.ofEvents("addressing, MAC", 2 * byKernel, addPj + multiplyPj));
    snn.add(BillItem.ofEvents("addressing, additions", fanOut, addPj));
  }

  private void neurons(LayerActivity layer, Prices prices, List<BillItem> snn) {
    double spikes = layer.mean(Primitive.SPIKES);
    double updates = layer.neuronTimesteps();
    snn.add(BillItem.fixed("potentials read", updates, prices.potential()));
    snn.add(BillItem.fixed("potentials written", updates, prices.potential()));
    snn.add(BillItem.fixed("additions of the bias", updates, addPj));
    snn.add(
        BillItem.fixed("leak multiplications", layer.facts().leaks() ? updates : 0, multiplyPj));
    snn.add(BillItem.ofEvents("additions by resets", spikes, addPj));
    snn.add(BillItem.ofEvents("events written", spikes, prices.output()));
  }

  /** The ANN's path; the product alone where neurons follow that are charged by themselves. */
  private List<BillItem> dense(
      LayerActivity layer, Prices prices, double operations, boolean productOnly) {
    double outputs = layer.facts().layer().neurons();
    String where = productOnly ? " for the image" : "";
    List<BillItem> items = new ArrayList<>();
    items.add(BillItem.fixed("activations read" + where, operations, prices.input()));
    items.add(BillItem.fixed("weights read" + where, operations, prices.weight()));
    items.add(BillItem.fixed("MAC" + where, operations, addPj + multiplyPj));
    items.add(
        BillItem.fixed(
            "addressing, additions" + where,
            layer.facts().inputs() + outputs + kernelWeights(layer),
            addPj));
    if (!productOnly) {
      items.add(BillItem.fixed("activations written", outputs, prices.output()));
      items.add(BillItem.fixed("additions of the bias", outputs, addPj));
    }
    return items;
  }

  private static long kernelWeights(LayerActivity layer) {
    return layer.incoming().stream().mapToLong(each -> each.facts().kernelWeights()).sum();
  }

  /** Cout*ceil(k/stride)^2 over Cout*k*k; 1 where the connections are not known. */
  private static double strided(LayerActivity layer) {
    long strided = 0;
    long all = 0;
    for (LayerActivity.Incoming each : layer.incoming()) {
      ConnectionFacts facts = each.facts();
      strided += facts.stridedFanOut();
      all += facts.borderlessFanOut();
    }
    return all == 0 ? 1 : (double) strided / all;
  }

  /** What an access to each of a layer's memories costs. */
  private final class Prices {

    private final LayerActivity layer;

    Prices(LayerActivity layer) {
      this.layer = layer;
    }

    double input() {
      return memory.wordPj(layer.facts().inputs(), wordBits);
    }

    double weight() {
      return memory.wordPj(layer.facts().weights(), wordBits);
    }

    double potential() {
      return memory.wordPj(layer.facts().layer().neurons(), wordBits);
    }

    double output() {
      return potential();
    }
  }
}
