package org.spikeledger.training.rl.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.layers.Inputs;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.rl.TinyAgent;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Agents;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.publish.AgentCard;
import org.spikeledger.training.rl.publish.AgentPublication;

@WithLibtorch
class AgentRunTest {
  private static final EnvironmentSpecification CARTPOLE =
      EnvironmentSpecification.parse("cartpole");
  private static final Shape OBSERVATION = Shape.of(4);

  @TempDir private Path folder;

  private static void run(AgentConfiguration configuration, RunListener listener) {
    new AgentRun(configuration, CARTPOLE::open, listener).run();
  }

  @Test
  void aRunThatIsCutOffInEveryStageGoesOnToTheSameWeightsAndIsPublished() {
    AgentConfiguration whole = TinyAgent.in(folder.resolve("whole"));
    run(whole, RunListener.NONE);
    AgentConfiguration cut = TinyAgent.in(folder.resolve("cut"));
    for (int rounds : new int[] {2, 4, 3, 5}) {
      assertThrows(CutOff.class, () -> run(cut, new CutOff.After(rounds)), "rounds=" + rounds);
    }
    run(cut, RunListener.NONE);
    for (AgentStage stage : whole.stages()) {
      assertSameState(
          new AgentStages(whole, OBSERVATION).best(stage).state(),
          new AgentStages(cut, OBSERVATION).best(stage).state());
      assertSameState(
          new AgentStages(whole, OBSERVATION).last(stage).state(),
          new AgentStages(cut, OBSERVATION).last(stage).state());
    }

    List<AgentCard> cards =
        new AgentPublication(cut, CARTPOLE, folder.resolve("zoo"), 50).publish();
    assertEquals(
        List.of("zeroed", "carried"),
        cards.stream().map(AgentCard::stateBetweenEnvironmentSteps).toList());
    for (AgentCard card : cards) {
      assertEquals(card.agreement().steps(), card.agreement().sameActions(), card.toString());
      assertEquals(0, card.agreement().disagreements(), card.toString());
      assertTrue(card.agreement().largestDifference() < 1e-5, card.toString());
      assertTrue(card.reward().mean() >= 8, card.toString());
    }
  }

  @Test
  void aRunDoesNotGoOnWithAnotherConfiguration() {
    AgentConfiguration tiny = TinyAgent.in(folder);
    assertThrows(CutOff.class, () -> run(tiny, new CutOff.After(3)));
    AgentConfiguration other = tiny.with(6, folder.toString());
    assertThrows(BadInputException.class, () -> run(other, RunListener.NONE));
  }

  /** Both in float32, but libtorch adds in an order of its own. */
  @Test
  void theAgentGivesTheNetworksValuesStepByStep() {
    AgentConfiguration tiny = TinyAgent.in(folder);
    long seed = 17;
    SplittableRandom random = new SplittableRandom(seed);
    for (int index = 0; index < tiny.stages().size(); index++) {
      AgentStage stage = tiny.stages().get(index);
      Trainable network = new AgentNetworks(tiny, OBSERVATION).initial(index);
      int steps = 20;
      float[] observations = new float[steps * 4];
      for (int i = 0; i < observations.length; i++) {
        observations[i] = (float) random.nextGaussian();
      }
      Tensor values = FloatTensors.of(observations, steps, 4);
      float[] expected =
          FloatTensors.values(
              network.outputs(stage.carries() ? new Inputs(values, steps) : Inputs.once(values)));
      Agent agent = Agents.of(network, OBSERVATION, stage.carries(), 1);
      agent.begin();
      for (int i = 0; i < steps; i++) {
        float[] observation = Arrays.copyOfRange(observations, 4 * i, 4 * i + 4);
        float[] actual = agent.actionValues(observation);
        float[] wanted = {expected[2 * i], expected[2 * i + 1]};
        assertArrayEquals(wanted, actual, 1e-5f, "seed=" + seed + " stage=" + stage.name());
      }
    }
  }

  @Test
  void aNetworkWithAnotherNumberOfActionsIsRefused() {
    String json = TinyAgent.JSON.replace("\"units\": 2}", "\"units\": 3}");
    AgentConfiguration wrong = TinyAgent.parse(json).with(1, folder.toString());
    BadInputException refused =
        assertThrows(BadInputException.class, () -> run(wrong, RunListener.NONE));
    assertTrue(refused.getMessage().contains("actions=2"), refused.getMessage());
  }

  @Test
  void aConvertedNetworkKeepsTheScaleOfTheActionValues() {
    AgentConfiguration tiny =
        TinyAgent.parse(
            TinyAgent.JSON
                .replace("\"timesteps\": 2", "\"timesteps\": 64")
                .replace("95.0", "100.0"));
    AgentNetworks networks = new AgentNetworks(tiny, OBSERVATION);
    Tensor met;
    Trainable converted;
    float[] expected;
    try (Environment environment = CARTPOLE.open()) {
      Trainable ann = networks.initial(0);
      met = new MetObservations(tiny, environment).by(ann);
      expected = FloatTensors.values(ann.logits(met));
      converted = networks.successor(1, ann, environment);
    }
    float[] actual = FloatTensors.values(converted.logits(met));
    double size = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      size += Math.abs(expected[i]);
      difference += Math.abs(expected[i] - actual[i]);
    }
    assertTrue(difference < 0.2 * size, "difference=" + difference + " size=" + size);
  }

  private static void assertSameState(Map<String, Tensor> expected, Map<String, Tensor> actual) {
    expected.forEach(
        (name, tensor) ->
            assertArrayEquals(
                FloatTensors.values(tensor), FloatTensors.values(actual.get(name)), name));
  }
}
