package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;

/**
 * Bills by hand. The network: an image (1, 4, 4), a 3x3 convolution with padding 1 to 16 neurons,
 * then a 3x3 convolution of stride 2 and padding 1 from them to two channels of 2x2, the output.
 * Three spikes, five timesteps.
 */
class BillsTest {

  private static final double TOLERANCE = 1e-9;
  private static final int T = 5;
  private static final int SPIKES = 3;
  private static final int FAN_OUT = 3 * 3 * 2; // k*k*Cout, borders and stride ignored

  @Test
  void lemaireChargesAnEventByItsFanOutWithoutBordersAndEveryNeuronInEveryTimestep() {
    Map<String, BillItem> items = snn("lemaire-45nm-int32", 1);

    int events = SPIKES * FAN_OUT;
    int updates = 8 * T;
    count(items, "events read", SPIKES);
    count(items, "weights read", events);
    count(items, "potentials read by events", events);
    count(items, "potentials written by events", events);
    count(items, "potentials read", updates);
    count(items, "potentials written", updates);
    count(items, "additions of the bias", updates);
    count(items, "leak multiplications", 0);
    count(items, "additions by resets", 0);
    count(items, "addressing, MAC", SPIKES * 2);
    count(items, "addressing, additions", events);
    // ceil(3/2)^2 * 2 channels = 8 additions an event where 9 * 2 weights are read
    count(items, "additions by events", SPIKES * 8);
  }

  @Test
  void lemaireKeepsHisPricesAnAccessAsPublished() {
    Map<String, BillItem> items = snn("lemaire-45nm-int32", 1);

    // 18 weights of 4 bytes; 10 pJ at 8 KiB, linear through (0, 0)
    assertEquals(10.0 * 18 * 4 / 8192, items.get("weights read").pricePj(), TOLERANCE);
    assertEquals(10.0 * 8 * 4 / 8192, items.get("potentials read").pricePj(), TOLERANCE);
    assertEquals(3.1 + 0.1, items.get("addressing, MAC").pricePj(), TOLERANCE);
  }

  @Test
  void lemairesAnnReadsAnInputAndAWeightAMultiplyAccumulate() {
    Map<String, BillItem> items = byName(bill("lemaire-45nm-int32").layers().get(1).ann());

    int dense = 9 * 1 * 2 * 2 * 2;
    count(items, "activations read", dense);
    count(items, "weights read", dense);
    count(items, "MAC", dense);
    count(items, "activations written", 8);
    count(items, "additions of the bias", 8);
    count(items, "addressing, additions", 16 + 8 + 9 * 2);
  }

  @Test
  void lemaireSendsADirectlyEncodedLayerDownTheAnnsPathAndChargesItsNeurons() {
    Map<String, BillItem> items = snn("lemaire-45nm-int32", 0);

    int dense = 9 * 16;
    count(items, "MAC for the image", dense);
    count(items, "activations read for the image", dense);
    count(items, "weights read", 0);
    count(items, "potentials read", 16 * T);
    count(items, "events read", 0);
    count(items, "additions by resets", SPIKES);
    count(items, "events written", SPIKES);
  }

  @ParameterizedTest
  @CsvSource({
    "loihi, 23.6", "spinnaker, 45", "spinnaker2, 10", "seneca, 2.8", "truenorth, 2.5",
    "odin, 12.7", "tianjic, 1.54", "reckon, 5.3", "ubrain, 26", "neuronflow, 20"
  })
  void aChipWithAPriceASynapticOperationChargesEachOne(String chip, double pj) {
    Map<String, BillItem> items = snn(chip, 1);

    count(items, "synaptic operations", 12); // by the mean rate: 3 / 16 * 72 dense = 13.5
    assertEquals(pj, items.get("synaptic operations").pricePj(), TOLERANCE);
    assertFalse(((BilledCosts) CostModels.shipped(chip)).pricesAnn());
  }

  @Test
  void loihisUnitsChargeSynapsesByKindSomaByNeuronAndSpikesOut() {
    Map<String, BillItem> first = snn("loihi-sanafe", 0);
    Map<String, BillItem> second = snn("loihi-sanafe", 1);

    assertEquals(24.0, second.get("synaptic events").pricePj(), TOLERANCE);
    count(second, "synaptic events", 12);
    count(first, "soma accesses", 16 * T);
    assertEquals(51.2, first.get("soma accesses").pricePj(), TOLERANCE);
    count(first, "soma updates", 16 * T);
    count(second, "soma updates", 7);
    assertEquals(SPIKES * 69.3, first.get("spikes out of the soma").pj(), TOLERANCE);
    assertEquals(SPIKES * 111.0, first.get("axons out").pj(), TOLERANCE);
  }

  @Test
  void loihiStoresOnlyWeightsThatAreNotZeroAlsoWhereTheImageArrives() {
    Tensor weight = Tensor.of(Shape.of(3, 2), 1, 0, 0, 0, 0, 2);
    Graph graph = new Networks.Chain(Shape.of(2)).then(new Linear(weight)).output();
    CountedActivity activity =
        CountedActivity.of(graph, ValueKind.ANALOG, new Counters(1, T).snapshot(), 1);
    Bill bill = ((BilledCosts) CostModels.shipped("loihi-sanafe")).bills(activity).getFirst();
    Map<String, BillItem> items = byName(bill.layers().getFirst().snn());

    count(items, "directly encoded synaptic events", 2); // of 3 * 2 synapses
    assertEquals(33.6, items.get("directly encoded synaptic events").pricePj(), TOLERANCE);
  }

  @Test
  void yanFetchesEachWeightFromDramAndHoldsTheSnnAgainstMatchedActivations() {
    Bill noReuse =
        ((BilledCosts) CostModels.shipped("yan-22nm"))
            .bills(activity()).stream()
                .filter(each -> each.accounting().equals("pooled input: graded, reuse: none"))
                .findFirst()
                .orElseThrow();
    Map<String, BillItem> snn = byName(noReuse.layers().get(1).snn());
    Map<String, BillItem> ann = byName(noReuse.layers().get(1).ann());

    assertEquals(12 * 0.05448, snn.get("accumulates").pj(), TOLERANCE);
    assertEquals(8 * T * 0.05448, snn.get("comparisons").pj(), TOLERANCE);
    assertEquals(12 * 8 * 20.0, snn.get("weight bits from DRAM").pj(), TOLERANCE);
    assertEquals(2 * 8 * T * 8 * 0.25, snn.get("potential bits").pj(), TOLERANCE);
    // T = 5 spikes tell as much as 3 bits.
    assertEquals(72 * 3 * 0.05448, ann.get("accumulates").pj(), TOLERANCE);
    assertEquals(72 * 8 * 20.0, ann.get("weight bits from DRAM").pj(), TOLERANCE);
    assertEquals(8 * 3 * 0.25, ann.get("activation bits").pj(), TOLERANCE);
  }

  @Test
  void theCrossoverOfABillScalesWhatEventsCause() {
    Bill bill = bill("lemaire-45nm-int32");
    double byEvents =
        bill.layers().stream()
            .flatMap(each -> each.snn().stream())
            .filter(BillItem::byEvents)
            .mapToDouble(BillItem::pj)
            .sum();

    double factor = bill.crossover().orElse(Double.NaN);

    assertTrue(byEvents > 0);
    assertEquals(
        bill.annPj(),
        bill.snnPj() + (factor - 1) * byEvents,
        1e-9 * bill.annPj(),
        "factor=" + factor);
  }

  private static void count(Map<String, BillItem> items, String what, double expected) {
    assertEquals(expected, items.get(what).count(), TOLERANCE, what);
  }

  private static Map<String, BillItem> snn(String model, int layer) {
    Bill graded =
        ((BilledCosts) CostModels.shipped(model))
            .bills(activity()).stream()
                .filter(
                    each ->
                        each.accounting().equals("as published")
                            || each.accounting().equals("pooled input: graded"))
                .findFirst()
                .orElseThrow();
    return byName(graded.layers().get(layer).snn());
  }

  private static Bill bill(String model) {
    return ((BilledCosts) CostModels.shipped(model)).bills(activity()).getFirst();
  }

  private static Map<String, BillItem> byName(List<BillItem> items) {
    return items.stream().collect(Collectors.toMap(BillItem::what, each -> each));
  }

  private static CountedActivity activity() {
    Graph graph =
        new Networks.Chain(Shape.of(1, 4, 4))
            .then(Networks.conv(1, 1, 3, 1, 1))
            .neurons("a")
            .then(Networks.conv(2, 1, 3, 2, 1))
            .output();
    Counters counters = new Counters(2, T);
    counters.add(0, 0, Primitive.SPIKES, SPIKES);
    counters.add(0, 0, Primitive.VISITED, 16 * T);
    counters.add(1, 0, Primitive.EVENTS_IN, SPIKES);
    // Of the 3 spikes two are seen by two windows and one by two, of both channels each.
    counters.add(1, 0, Primitive.ACCUMULATES, 12);
    counters.add(1, 0, Primitive.BORDERLESS_FAN_OUT, SPIKES * FAN_OUT);
    counters.add(1, 0, Primitive.VISITED, 7);
    return CountedActivity.of(graph, ValueKind.ANALOG, counters.snapshot(), 1);
  }
}
