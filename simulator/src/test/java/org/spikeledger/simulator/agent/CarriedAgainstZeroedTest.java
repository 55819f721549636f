package org.spikeledger.simulator.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.random.RandomNetworks;

/**
 * From zero state, a carried step and a zeroed one are the same values; and the same counts, where
 * no spike and no delay is mixed into the observation.
 */
class CarriedAgainstZeroedTest {

  private static final int TIMESTEPS = 3;

  @Test
  void theFirstStepOfAnEpisodeIsTheSameByBothRules() {
    int compared = 0;
    for (long seed = 900; seed < 920; seed++) {
      Graph graph = RandomNetworks.of(seed);
      float[] observation = observation(seed, graph.shape(graph.inputName()).size());
      Played carried = play(graph, StateRule.CARRIED, observation);
      Played zeroed = play(graph, StateRule.ZEROED, observation);
      assertArrayEquals(zeroed.values, carried.values, "seed=" + seed);
      if (observationComesAlone(graph)) {
        compared++;
        assertEquals(zeroed.counts, carried.counts, "seed=" + seed);
      }
    }
    assertTrue(compared > 5, "compared=" + compared);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Played(float[] values, Counts counts) {}

  private static Played play(Graph graph, StateRule state, float[] observation) {
    AgentNetwork network =
        new AgentNetwork(graph, new AgentSettings(TIMESTEPS, state, KernelChoice.AUTO));
    StepCounts counts = new StepCounts(network);
    Agent agent = network.newAgent();
    agent.begin(counts);
    float[] values = agent.values(observation).clone();
    agent.finish();
    return new Played(values, counts.counts());
  }

  private static boolean observationComesAlone(Graph graph) {
    return graph.nodes().values().stream().noneMatch(Delay.class::isInstance)
        && LayerFacts.of(graph, ValueKind.ANALOG).stream()
            .filter(LayerFacts::directlyEncoded)
            .allMatch(layer -> layer.sources().isEmpty());
  }

  private static float[] observation(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] observation = new float[size];
    for (int i = 0; i < size; i++) {
      observation[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(-64, 64) / 16f;
    }
    return observation;
  }
}
