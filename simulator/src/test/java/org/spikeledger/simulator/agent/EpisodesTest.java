package org.spikeledger.simulator.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.models.environment.Step;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;

class EpisodesTest {

  private static final EnvironmentSpecification CARTPOLE =
      EnvironmentSpecification.parse("cartpole");

  private static AgentNetwork network(StateRule state, int timesteps, KernelChoice kernel) {
    return new AgentNetwork(HandMadePolicy.network(), new AgentSettings(timesteps, state, kernel));
  }

  private static EpisodeSummary play(AgentNetwork network, int episodes, int threads) {
    return Episodes.play(
        network,
        CARTPOLE,
        new PlaySettings(40, episodes, threads),
        EpisodeListener.NONE,
        episode -> {});
  }

  @ParameterizedTest
  @CsvSource({"ZEROED, 1", "ZEROED, 3", "CARRIED, 1", "CARRIED, 3"})
  void aHandMadePolicyBalancesThePoleInEveryVariant(StateRule state, int timesteps) {
    EpisodeSummary summary = play(network(state, timesteps, KernelChoice.AUTO), 2, 1);
    assertTrue(summary.meanReward() >= 475, "reward=" + summary.meanReward());
    assertEquals(2, summary.episodes().size());
    assertEquals(summary.steps(), Math.round(2 * summary.meanReward()));
  }

  @ParameterizedTest
  @EnumSource(StateRule.class)
  void theSameSeedGivesTheSameEpisodesSpikeForSpikeWithAnyThreadsAndKernel(StateRule state) {
    EpisodeSummary expected = play(network(state, 2, KernelChoice.SCALAR), 3, 1);
    for (int threads : new int[] {2, 7}) {
      EpisodeSummary other = play(network(state, 2, KernelChoice.AUTO), 3, threads);
      assertEquals(expected.episodes(), other.episodes(), "threads=" + threads);
      assertEquals(expected.counts(), other.counts(), "threads=" + threads);
      assertEquals(expected.digest(), other.digest(), "threads=" + threads);
    }
  }

  @Test
  void anAgentWithAScaledOutputIsRefused() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(4)))
            .node("vote", new Linear(Tensor.of(Shape.of(2, 4), new float[8])))
            .node("output", new Output(Tensor.scalar(0.5f)))
            .chain("input", "vote", "output")
            .build();
    AgentSettings settings = new AgentSettings(1, StateRule.ZEROED, KernelChoice.AUTO);
    assertEquals(
        "an agent values actions by the sums of its output, unscaled: output=output",
        assertThrows(BadInputException.class, () -> new AgentNetwork(graph, settings))
            .getMessage());
  }

  @Test
  void networksThatDifferInTheirNormalisationAloneHaveFingerprintsOfTheirOwn() {
    List<Double> ones = List.of(1.0, 1.0, 1.0, 1.0);
    List<String> fingerprints = new ArrayList<>();
    fingerprints.add(network(StateRule.ZEROED, 1, KernelChoice.AUTO).fingerprint());
    for (double mean : new double[] {0, 0.5}) {
      NetworkProperties properties =
          new NetworkProperties(
              OptionalInt.empty(),
              Optional.of(new Normalisation(List.of(mean, mean, mean, mean), ones)),
              List.of(),
              new TreeMap<>());
      Graph graph = HandMadePolicy.network().toBuilder().properties(properties).build();
      AgentSettings settings = new AgentSettings(1, StateRule.ZEROED, KernelChoice.AUTO);
      fingerprints.add(new AgentNetwork(graph, settings).fingerprint());
    }
    assertEquals(3, fingerprints.stream().distinct().count());
  }

  @Test
  void integratorsAreNoNeuronsThatFire() {
    Tensor one = Tensor.scalar(1f);
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(4)))
            .node("hidden", HandMadePolicy.network().node("hidden"))
            .node("lean", HandMadePolicy.network().node("lean"))
            .node("vote", HandMadePolicy.network().node("vote"))
            .node("trace", new LI(Tensor.scalar(0.5f), one, Tensor.scalar(0f)))
            .node("read", new Linear(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1)))
            .node("output", new Output())
            .chain("input", "hidden", "lean", "vote", "trace", "read", "output")
            .build();
    AgentSettings settings = new AgentSettings(2, StateRule.ZEROED, KernelChoice.AUTO);
    assertEquals(16, play(new AgentNetwork(graph, settings), 1, 1).spikingNeurons());
  }

  @Test
  void anEpisodeIsTheSameWhicheverIsPlayedBeforeIt() {
    AgentNetwork network = network(StateRule.CARRIED, 1, KernelChoice.AUTO);
    PlayedEpisode third = play(network, 3, 1).episodes().getLast();
    PlaySettings alone = new PlaySettings(42, 1, 1);
    assertEquals(
        List.of(third),
        Episodes.play(network, CARTPOLE, alone, EpisodeListener.NONE, episode -> {}).episodes());
  }

  /** Keeps inferences as digests, and what re-running a carried one needs. */
  private static final class Kept implements EpisodeListener {
    private final List<EncodedInput> inputs = new ArrayList<>();
    private final List<byte[]> digests = new ArrayList<>();
    private final List<float[]> outputs = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final List<Integer> actions = new ArrayList<>();

    @Override
    public void onStep(float[] observation, float[] stepValues, int action, Step step) {
      values.add(stepValues.clone());
      actions.add(action);
    }

    @Override
    public void onInference(InferenceRecord record, int label) {
      inputs.add(record.input());
      digests.add(record.digest().clone());
      outputs.add(record.output().clone());
    }
  }

  @Test
  void aCarriedEpisodeIsOneInferenceThatRunsAgainAtOnce() {
    AgentNetwork network = network(StateRule.CARRIED, 2, KernelChoice.AUTO);
    Kept kept = new Kept();
    EpisodeSummary summary =
        Episodes.play(network, CARTPOLE, new PlaySettings(7, 1, 1), kept, episode -> {});
    assertEquals(1, kept.inputs.size());
    int timesteps = Math.toIntExact(2 * summary.steps());
    Engine engine =
        new EngineFactory(network.graph(), ValueKind.GRADED, RunSettings.of(timesteps)).create();
    InferenceRecord record = engine.newRecord();
    engine.run(0, kept.inputs.getFirst(), record);
    assertArrayEquals(kept.digests.getFirst(), record.digest());
    for (int action = 0; action < 2; action++) {
      double sum = 0;
      for (float[] values : kept.values) {
        sum += values[action];
      }
      // Votes are whole numbers, so their sums are exact.
      assertEquals(kept.outputs.getFirst()[action], sum);
    }
  }

  @Test
  void aZeroedStepIsAnInferenceWhoseOutputIsTheActionsValues() {
    Kept kept = new Kept();
    EpisodeSummary summary =
        Episodes.play(
            network(StateRule.ZEROED, 3, KernelChoice.AUTO),
            CARTPOLE,
            new PlaySettings(7, 1, 1),
            kept,
            episode -> {});
    assertEquals(summary.steps(), kept.outputs.size());
    for (int i = 0; i < kept.outputs.size(); i++) {
      assertArrayEquals(kept.outputs.get(i), kept.values.get(i));
      assertEquals(Agent.best(kept.values.get(i)), kept.actions.get(i));
    }
  }

  @Test
  void everyWriteButAnEpisodesLastIsNeededWhereStateIsCarried() {
    EpisodeSummary carried = play(network(StateRule.CARRIED, 1, KernelChoice.AUTO), 2, 1);
    EpisodeSummary zeroed = play(network(StateRule.ZEROED, 1, KernelChoice.AUTO), 2, 1);
    List<LayerFacts> lean = carried.network().facts().subList(0, 1);
    assertEquals(
        16 * (carried.steps() - 2), carried.membraneAccesses(lean, MembraneAccess.ELIDED).reads());
    assertEquals(0, zeroed.membraneAccesses(lean, MembraneAccess.ELIDED).reads());
    assertEquals(
        16 * carried.steps(),
        carried.membraneAccesses(lean, MembraneAccess.EVERY_TIMESTEP).writes());
  }

  @Test
  void theObservationIsChargedOnceAnEnvironmentStepByBothRules() {
    for (StateRule state : StateRule.values()) {
      EpisodeSummary summary = play(network(state, 3, KernelChoice.AUTO), 1, 1);
      long direct = summary.counts().total(Primitive.DIRECT_MULTIPLY_ACCUMULATES);
      assertEquals(16 * 4 * summary.steps(), direct, state.key());
      assertEquals(direct, summary.counts().layer(0, Primitive.MULTIPLY_ACCUMULATES));
      assertEquals(0, summary.counts().synapticOperations(0), state.key());
    }
  }

  @Test
  void aNetworkThatCannotSeeOrActIsRefused() {
    AgentNetwork network = network(StateRule.ZEROED, 1, KernelChoice.AUTO);
    assertRefused(
        network,
        "cartpole-positions",
        "an agent's input has the shape of what it observes: input=(4) observation=(2)"
            + " environment=cartpole-positions");
    assertRefused(
        network,
        "pong",
        "an agent's input has the shape of what it observes: input=(4) observation=(1, 84, 84)"
            + " environment=pong");
  }

  @Test
  void anEnvironmentThatDoesNotOpenEndsThePlayOfTheOthers(@TempDir Path folder) {
    int episodes = 2000;
    AtomicInteger played = new AtomicInteger();
    BadInputException refusal =
        assertThrows(
            BadInputException.class,
            () ->
                Episodes.play(
                    network(StateRule.ZEROED, 1, KernelChoice.AUTO),
                    OnlyPeer.environment(folder.resolve("taken")),
                    new PlaySettings(1, episodes, 2),
                    EpisodeListener.NONE,
                    episode -> {
                      played.incrementAndGet();
                      // Time for the other one to start and fail.
                      LockSupport.parkNanos(5_000_000);
                    }));
    assertTrue(refusal.getMessage().contains("OnlyPeer"), refusal.getMessage());
    assertTrue(played.get() < episodes, "played=" + played);
  }

  private static void assertRefused(AgentNetwork network, String environment, String message) {
    EnvironmentSpecification specification = EnvironmentSpecification.parse(environment);
    PlaySettings settings = new PlaySettings(1, 4, 2);
    BadInputException refusal =
        assertThrows(
            BadInputException.class,
            () ->
                Episodes.play(
                    network, specification, settings, EpisodeListener.NONE, episode -> {}));
    assertEquals(message, refusal.getMessage());
  }
}
