package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;

/** Energies without memory, worked out by hand: a MAC costs 4.6 pJ, an AC 0.9 pJ. */
class ComputeEnergyTest {

  private static final double TOLERANCE = 1e-9;
  private static final EnergyModel PAPER = EnergyModel.of(CostModels.paper());

  @Test
  void atOneTimestepAnUnpooledLayerCostsAnAccumulateASynapseAndSpike() {
    Counters counters = new Counters(2, 1);
    counters.add(0, 0, Primitive.SPIKES, 2);
    counters.add(1, 0, Primitive.ACCUMULATES, 2 * 2); // each spike reaches both outputs

    EnergyReport report = PAPER.report(Networks.chain(), counters.snapshot(), 1);

    for (PooledInput rule : PooledInput.values()) {
      ComputeEnergy energy = report.compute(rule);
      assertEquals((6 + 6) * 4.6, energy.annPj(), TOLERANCE);
      assertEquals(6 * 4.6, energy.directPj(), TOLERANCE);
      assertEquals(4 * 0.9, energy.eventsPj(), TOLERANCE); // 2/3 spikes a neuron * 6 dense = 4
      assertEquals(55.2 / 31.2, energy.alpha().value().orElseThrow(), TOLERANCE);
      assertEquals(27.6 / 31.2, energy.firstLayerShare().value().orElseThrow(), TOLERANCE);
      assertEquals(12.0 / 6, energy.ceiling().value().orElseThrow(), TOLERANCE);
    }
  }

  @Test
  void pooledInputCostsByItsRule() {
    // Four spikes in one window, one in another: events of value 1 and 1/4, three synapses each.
    Counters counters = new Counters(2, 1);
    counters.add(0, 0, Primitive.SPIKES, 5);
    counters.add(1, 0, Primitive.MULTIPLY_ACCUMULATES, 2 * 3);
    counters.add(1, 0, Primitive.POOLED_MULTIPLY_ACCUMULATES, 2 * 3);
    counters.add(1, 0, Primitive.EXPANDED_ACCUMULATES, 5 * 3);

    EnergyReport report = PAPER.report(Networks.pooled(), counters.snapshot(), 1);

    double first = 16 * 4.6;
    double ann = (16 + 12) * 4.6;
    double meanRate = 12 * (5.0 / 16) * 0.9;
    double graded = 6 * 4.6;
    double expanded = 15 * 0.9;
    assertAlpha(ann / (first + meanRate), report, PooledInput.MEAN_RATE);
    assertAlpha(ann / (first + graded), report, PooledInput.GRADED);
    assertAlpha(ann / (first + expanded), report, PooledInput.EXPANDED);
  }

  @Test
  void anImageThatADelayHoldsBackIsChargedAsCountedAndNotDenselyToo() {
    // The image reaches three neurons by six synapses at once and by six one timestep later.
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("now", Networks.linear(3, 2))
            .node("delay", new Delay(Tensor.scalar(1f)))
            .node("later", Networks.linear(3, 2))
            .node("neurons", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
            .node("classify", Networks.linear(2, 3))
            .node("output", new Output())
            .chain("input", "now", "neurons", "classify", "output")
            .chain("input", "delay", "later", "neurons")
            .build();
    Counters counters = new Counters(2, 2);
    counters.add(0, 0, Primitive.DIRECT_MULTIPLY_ACCUMULATES, 6);
    counters.add(0, 0, Primitive.MULTIPLY_ACCUMULATES, 6);
    counters.add(0, 1, Primitive.MULTIPLY_ACCUMULATES, 6);

    CountedActivity activity = CountedActivity.of(graph, ValueKind.ANALOG, counters.snapshot(), 1);
    ComputeEnergy energy = PAPER.report(activity).compute(PooledInput.GRADED);

    assertEquals(6 * 4.6, energy.directPj(), TOLERANCE);
    assertEquals(6 * 4.6, energy.eventsPj(), TOLERANCE);
  }

  @Test
  void countsAreMeansOverTheInferences() {
    // Two inferences of five timesteps: 12 and 18 spikes, two synapses each.
    Counters counters = new Counters(2, 5);
    counters.add(0, 0, Primitive.SPIKES, 12);
    counters.add(0, 4, Primitive.SPIKES, 18);
    counters.add(1, 0, Primitive.ACCUMULATES, 24);
    counters.add(1, 4, Primitive.ACCUMULATES, 36);

    EnergyReport report = PAPER.report(Networks.chain(), counters.snapshot(), 2);

    // 15 spikes an inference: 5 a neuron; 6 dense operations * 5 = 15 spikes * 2 synapses = 30.
    assertEquals(30 * 0.9, report.compute(PooledInput.MEAN_RATE).eventsPj(), TOLERANCE);
    assertEquals(30 * 0.9, report.compute(PooledInput.GRADED).eventsPj(), TOLERANCE);
  }

  @Test
  void theFirstLayerIsChargedOnceUnlessSaidOtherwise() {
    Counters counters = new Counters(2, 5);
    counters.add(0, 2, Primitive.SPIKES, 3);
    counters.add(1, 2, Primitive.ACCUMULATES, 6);
    EnergyModel everyTimestep = PAPER.withFirstLayer(FirstLayer.EVERY_TIMESTEP);

    ComputeEnergy once =
        PAPER.report(Networks.chain(), counters.snapshot(), 1).compute(PooledInput.GRADED);
    ComputeEnergy every =
        everyTimestep.report(Networks.chain(), counters.snapshot(), 1).compute(PooledInput.GRADED);

    assertEquals(6 * 4.6 + 6 * 0.9, once.snnPj(), TOLERANCE);
    assertEquals(5 * 6 * 4.6 + 6 * 0.9, every.snnPj(), TOLERANCE);
    assertEquals(2.0, once.ceiling().value().orElseThrow(), TOLERANCE);
    assertEquals(2.0 / 5, every.ceiling().value().orElseThrow(), TOLERANCE);
  }

  @Test
  void withoutASpikeOnlyTheFirstLayerCosts() {
    ComputeEnergy energy =
        PAPER
            .report(Networks.chain(), new Counters(2, 1).snapshot(), 1)
            .compute(PooledInput.MEAN_RATE);

    assertEquals(6 * 4.6, energy.snnPj(), TOLERANCE);
    assertEquals("2.00", energy.alpha().text());
    assertEquals("1.00", energy.firstLayerShare().text());
    assertEquals(OptionalDouble.empty(), energy.crossover());
    assertEquals("not defined", energy.layers().get(1).alpha().text());
  }

  @Test
  void anAnnThatWinsIsShown() {
    // Every neuron fires at each of five timesteps; the pooled events cost a MAC each.
    Counters counters = new Counters(2, 5);
    for (int t = 0; t < 5; t++) {
      counters.add(0, t, Primitive.SPIKES, 16);
      counters.add(1, t, Primitive.MULTIPLY_ACCUMULATES, 12);
      counters.add(1, t, Primitive.POOLED_MULTIPLY_ACCUMULATES, 12);
      counters.add(1, t, Primitive.EXPANDED_ACCUMULATES, 48);
    }

    ComputeEnergy energy =
        PAPER.report(Networks.pooled(), counters.snapshot(), 1).compute(PooledInput.GRADED);

    // 28 MAC against 16 + 60 MAC.
    assertEquals(28.0 / 76, energy.alpha().value().orElseThrow(), TOLERANCE);
    assertEquals("0.37", energy.alpha().text());
    // 16 + f * 60 = 28
    assertEquals(0.2, energy.crossover().orElseThrow(), TOLERANCE);
    assertEquals(0.2, energy.layers().get(1).crossover().orElseThrow(), TOLERANCE);
  }

  @Test
  void atTheCrossoverBothCostTheSame() {
    Counters counters = new Counters(2, 1);
    counters.add(0, 0, Primitive.SPIKES, 2);
    counters.add(1, 0, Primitive.ACCUMULATES, 4);
    ComputeEnergy energy =
        PAPER.report(Networks.chain(), counters.snapshot(), 1).compute(PooledInput.GRADED);

    // 27.6 + f * 3.6 = 55.2
    double factor = energy.crossover().orElseThrow();

    assertEquals(27.6 / 3.6, factor, TOLERANCE);
    assertEquals(energy.annPj(), energy.directPj() + factor * energy.eventsPj(), TOLERANCE);
  }

  @Test
  void aFirstLayerThatCostsMoreThanTheAnnHasNoCrossover() {
    Counters counters = new Counters(2, 5);
    counters.add(0, 0, Primitive.SPIKES, 1);
    counters.add(1, 0, Primitive.ACCUMULATES, 2);

    // 5 * 6 MAC in the first layer, 12 in the whole ANN.
    ComputeEnergy energy =
        PAPER
            .withFirstLayer(FirstLayer.EVERY_TIMESTEP)
            .report(Networks.chain(), counters.snapshot(), 1)
            .compute(PooledInput.GRADED);

    assertEquals(OptionalDouble.empty(), energy.crossover());
  }

  @Test
  void vgg16AtTheRateThatFitsThePaperGives33ByMeanRateAndAboutNineByGraded() {
    List<LayerFacts> facts = Networks.vgg16(10);
    double rate = 0.1288;
    double somethingInTheWindow = 1 - Math.pow(1 - rate, 4);
    long inferences = 10_000;
    Counters counters = new Counters(facts.size(), 1);
    for (LayerFacts each : facts) {
      int layer = each.layer().index();
      if (!each.layer().isOutput()) {
        counters.add(layer, 0, Primitive.SPIKES, times(each.layer().neurons(), rate, inferences));
      }
      if (each.pooled()) {
        long operations = times(each.denseOperations(), somethingInTheWindow, inferences);
        counters.add(layer, 0, Primitive.MULTIPLY_ACCUMULATES, operations);
        counters.add(layer, 0, Primitive.POOLED_MULTIPLY_ACCUMULATES, operations);
      } else if (!each.directlyEncoded()) {
        counters.add(
            layer, 0, Primitive.ACCUMULATES, times(each.denseOperations(), rate, inferences));
      }
    }

    EnergyReport report = PAPER.report(facts, counters.snapshot(), inferences);

    assertEquals("33.0", oneDecimal(report.compute(PooledInput.MEAN_RATE)));
    assertEquals("9.2", oneDecimal(report.compute(PooledInput.GRADED)));
    // 338,403,328 / 1,769,472
    assertEquals("191.25", report.compute(PooledInput.MEAN_RATE).ceiling().text());
  }

  @Test
  void pongAtThePapersRateFallsFrom7And53To5And32() {
    List<LayerFacts> facts = Networks.pong();
    String[] expected = {"7.53", "6.83", "6.24", "5.74", "5.32"};
    for (int timesteps = 1; timesteps <= 5; timesteps++) {
      Counters counters = new Counters(facts.size(), timesteps);
      for (LayerFacts each : facts.subList(0, facts.size() - 1)) {
        for (int t = 0; t < timesteps; t++) {
          counters.add(
              each.layer().index(),
              t,
              Primitive.SPIKES,
              times(each.layer().neurons(), 0.08, 10_000));
        }
      }
      EnergyReport report = PAPER.report(facts, counters.snapshot(), 10_000);
      assertEquals(expected[timesteps - 1], report.compute(PooledInput.MEAN_RATE).alpha().text());
    }
  }

  @Test
  void theBaselineCanHaveAnotherPrecision() {
    EnergyModel mixed =
        EnergyModel.of(CostModels.operations("horowitz-45nm-int8"))
            .against(Baseline.dense("float32", CostModels.paper()));

    EnergyReport report = mixed.report(Networks.chain(), new Counters(2, 1).snapshot(), 1);

    assertEquals(12 * 4.6, report.compute(PooledInput.GRADED).annPj(), TOLERANCE);
    assertEquals(6 * 0.3, report.compute(PooledInput.GRADED).snnPj(), TOLERANCE);
    assertTrue(report.baseline().contains("float32"), report.baseline());
  }

  @Test
  void noInferenceIsRefused() {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> PAPER.report(Networks.chain(), new Counters(2, 1).snapshot(), 0));
    assertEquals("energy needs an inference: inferences=0", refused.getMessage());
  }

  @Test
  void countsOfAnotherNetworkAreRefused() {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> PAPER.report(Networks.chain(), new Counters(3, 1).snapshot(), 1));
    assertEquals(
        "counts and facts describe the same layers: counts=3 facts=2", refused.getMessage());
  }

  private static void assertAlpha(double expected, EnergyReport report, PooledInput rule) {
    assertEquals(expected, report.compute(rule).alpha().value().orElseThrow(), TOLERANCE);
  }

  private static String oneDecimal(ComputeEnergy energy) {
    return "%.1f".formatted(energy.alpha().value().orElseThrow());
  }

  private static long times(long dense, double rate, long inferences) {
    return Math.round(dense * rate * inferences);
  }
}
