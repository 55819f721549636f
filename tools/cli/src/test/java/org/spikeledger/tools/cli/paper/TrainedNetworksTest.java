package org.spikeledger.tools.cli.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** A network of the zoo takes its row as soon as it is there. */
class TrainedNetworksTest {

  @Test
  void withoutANetworkOfTheKindARowIsComputedOrHasNothing() {
    Evidence other = new Evidence(List.of(network("fashion-mnist-t1", 1, 40)));

    Finding alpha = row(other, "alpha at T = 1, VGG16, CIFAR-10");
    assertEquals(How.COMPUTED, alpha.how());
    assertTrue(alpha.accounting().contains("measured on fashion-mnist-t1, another network"));
    assertEquals(How.NONE, row(other, "top-1, CIFAR-10, VGG16, T = 1").how());
    assertTrue(rows(other).stream().noneMatch(each -> each.claim().startsWith("projected")));
  }

  @Test
  void aTrainedNetworkIsMeasuredAndItsRatesAreProjectedToFullWidth() {
    Evidence ours = new Evidence(List.of(network("cifar10-vgg16-t1", 1, 40)));

    Finding alpha = row(ours, "alpha at T = 1, VGG16, CIFAR-10");
    assertEquals(How.MEASURED, alpha.how());
    // 2*8 and 8*10 MAC; 40 spikes of 8 neurons over 100 inferences: 96 * 4.6 / (16 * 4.6 + .05 * 80
    // * .9)
    String expected = "%.2f meanRate, ".formatted(96 * 4.6 / (16 * 4.6 + 0.05 * 80 * 0.9));
    assertTrue(alpha.ours().startsWith(expected), alpha.ours());
    assertTrue(alpha.accounting().startsWith("first layer's share 0.95, ceiling 6.00"));
    assertTrue(alpha.why().contains("ours has 96 MAC, the paper's 338,403,328"), alpha.why());
    assertTrue(alpha.why().contains("needs 0.1288 spikes a neuron an inference"), alpha.why());
    assertTrue(alpha.why().contains("weighted by MAC, ours has 0.0625; "), alpha.why());
    Finding projected = row(ours, "projected to full width");
    assertEquals(How.COMPUTED, projected.how());
    assertEquals(Verdict.CANNOT_BE_CHECKED, projected.verdict());
    // The one rate holds for every layer: 338,403,328 MAC, 1,769,472 of them the image's.
    double claimed = 338403328 * 4.6 / (1769472 * 4.6 + 0.05 * (338403328 - 1769472) * 0.9);
    assertEquals("%.2f meanRate".formatted(claimed), projected.ours());
    assertTrue(projected.accounting().contains("(ours widened without them: 2.75 graded)"));
    assertEquals(How.MEASURED, row(ours, "top-1, CIFAR-10, VGG16, T = 1").how());
  }

  @Test
  void whatTheClaimOfEnergyLeavesOutStandsBesideIt() {
    Evidence ours = new Evidence(List.of(network("cifar10-vgg16-t1", 1, 40)));

    Finding int8 = row(ours, "alpha against an int8 ANN, T = 1, VGG16, CIFAR-10");
    // The ANN's 96 MAC of int8: multiply 0.2, add 0.1 pJ.
    String expected = "%.2f meanRate, ".formatted(96 * 0.3 / (16 * 4.6 + 0.05 * 80 * 0.9));
    assertTrue(int8.ours().startsWith(expected), int8.ours());
    assertEquals(Verdict.DIFFERS, int8.verdict());
    for (String reuse : new String[] {"nothing", "all"}) {
      String claim = "alpha with memory, %s reused, T = 1, VGG16, CIFAR-10".formatted(reuse);
      assertEquals(How.MEASURED, row(ours, claim).how());
    }
    assertTrue(
        rows(ours).stream()
            .noneMatch(
                each ->
                    each.claim().endsWith("1, ResNet20, CIFAR-10")
                        && each.claim().startsWith("alpha with memory")));
  }

  @Test
  void aPairOfThePapersKindIsPreferredForRatesAndAccesses() {
    Evidence both =
        new Evidence(
            List.of(
                network("fashion-mnist-t1", 1, 40),
                network("fashion-mnist-t5", 5, 80),
                network("cifar10-vgg16-t1", 1, 40),
                network("cifar10-vgg16-t5", 5, 400)));

    Finding rate = row(both, "spike rate");
    assertEquals("10.00X (0.5000 to 0.0500)", rate.ours());
    assertEquals("cifar10-vgg16-t5, cifar10-vgg16-t1", rate.network());
    assertTrue(rate.accounting().endsWith("T = 5 0.5000, T = 1 0.0500"), rate.accounting());
    Finding accesses = row(both, "accesses to membrane potentials, lemaire");
    assertEquals("cifar10-vgg16-t5, cifar10-vgg16-t1", accesses.network());
    // N*T of 8 + 10 neurons over 100 inferences; no event was booked.
    assertEquals("5.00X (T = 5)", accesses.ours());
  }

  @Test
  void theMostAccurateOfSeveralTakesTheRowBesideTheSameAtMoreTimesteps() {
    Evidence several =
        new Evidence(
            List.of(
                network("cifar10-vgg16-t1", 1, 80),
                network("cifar10-vgg16-longer-t1", 1, 40, "t1", 0.95),
                network("cifar10-vgg16-t5", 5, 400)));

    assertEquals(
        "cifar10-vgg16-longer-t1", row(several, "top-1, CIFAR-10, VGG16, T = 1").network());
    assertEquals("cifar10-vgg16-t5, cifar10-vgg16-longer-t1", row(several, "spike rate").network());
  }

  @Test
  void aNetworkThatBeganAtOneTimestepHasARowOfItsOwnAndTakesNoOther() {
    NetworkEvidence direct = network("cifar10-vgg16-direct-t1", 1, 40, "random");
    Evidence alone = new Evidence(List.of(direct));

    Finding row = row(alone, "trained at T = 1 from random weights");
    assertEquals("cifar10-vgg16-direct-t1", row.network());
    assertEquals(
        "90.00 %, spikes a neuron from 0.0500 to 0.0500 by layer, 0.0500 in the last", row.ours());
    assertEquals(Verdict.DIFFERS, row.verdict());
    assertEquals(How.NONE, row(alone, "top-1, CIFAR-10, VGG16, T = 1").how());
  }

  @Test
  void aLayerWithoutSpikesAgreesThatTheyVanish() {
    NetworkEvidence direct = network("cifar10-vgg16-direct-t1", 1, 0, "random");
    assertEquals(
        Verdict.AGREES,
        row(new Evidence(List.of(direct)), "trained at T = 1 from random weights").verdict());
  }

  @Test
  void aNetworkThatCameFromAnotherIsNotTrainedDirectly() {
    Evidence ours = new Evidence(List.of(network("cifar10-vgg16-t1", 1, 40)));
    assertEquals(How.NONE, row(ours, "trained at T = 1 from random weights").how());
    assertEquals(How.MEASURED, row(ours, "top-1, CIFAR-10, VGG16, T = 1").how());
  }

  private static Finding row(Evidence evidence, String claim) {
    return rows(evidence).stream()
        .filter(each -> each.claim().startsWith(claim))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row: " + claim));
  }

  private static List<Finding> rows(Evidence evidence) {
    return Stream.of(
            new AccuracyClaims(evidence).all(),
            new DirectTrainingClaim(evidence).all(),
            new EnergyClaims(evidence).all(),
            new WiderEnergyClaims(evidence).all(),
            new TrafficClaims(evidence).all())
        .flatMap(List::stream)
        .toList();
  }

  /** Two pixels, eight neurons, ten classes, and so many spikes over 100 inferences. */
  private static NetworkEvidence network(String name, int timesteps, long spikes) {
    return network(name, timesteps, spikes, "");
  }

  /** The same whose training began with what is named. */
  private static NetworkEvidence network(String name, int timesteps, long spikes, String from) {
    return network(name, timesteps, spikes, from, 0.9);
  }

  private static NetworkEvidence network(
      String name, int timesteps, long spikes, String from, double accuracy) {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("first", linear(8, 2))
            .node("hidden", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
            .node("second", linear(10, 8))
            .node("output", new Output())
            .chain("input", "first", "hidden", "second", "output")
            .build();
    Counters counters = new Counters(2, timesteps);
    counters.add(0, 0, Primitive.SPIKES, spikes);
    return new NetworkEvidence(
        card(name, timesteps, spikes / 800.0, from, accuracy),
        Optional.of(CountedActivity.of(graph, ValueKind.ANALOG, counters.snapshot(), 100)));
  }

  private static Linear linear(int out, int in) {
    float[] ones = new float[out * in];
    Arrays.fill(ones, 1f);
    return new Linear(Tensor.adopt(Shape.of(out, in), ones));
  }

  private static ImageCard card(
      String name, int timesteps, double rate, String from, double accuracy) {
    String json =
        """
        {"name": "%s", "file": "x.nir", "dataset": "cifar10:DIR", "timesteps": %d, "accuracy": %s,
         "sha256": "%s", "samples": 100, "weightedSpikesPerNeuronPerInference": 0.0625,
         "energy": [{"pooledInput": "graded", "alpha": 2.5, "projectedAlpha": 2.75}], "layers": [
           {"name": "hidden", "neurons": 8, "spikesPerNeuronPerInference": %s},
           {"name": "output", "neurons": 10, "spikesPerNeuronPerInference": 0}],
         "configuration": {"name": "%s", "stages": [{"name": "t%d", "from": "%s"}]}}
        """
            .formatted(
                name,
                timesteps,
                accuracy,
                "0".repeat(64),
                rate,
                name.substring(0, name.lastIndexOf('-')),
                timesteps,
                from);
    try {
      return new ObjectMapper().readValue(json, ImageCard.class);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
