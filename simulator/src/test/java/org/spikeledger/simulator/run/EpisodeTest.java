package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;

/** Stepping through an inference gives what running it at once gives. */
class EpisodeTest {

  private static final int TIMESTEPS = 37;

  @Test
  void stepByStepGivesTheRecordOfTheWholeInference() {
    for (long seed = 500; seed < 512; seed++) {
      ValueKind kind = seed % 2 == 0 ? ValueKind.BINARY : ValueKind.GRADED;
      Graph graph = RandomNetworks.of(seed);
      RandomInputs inputs =
          new RandomInputs(seed, graph.shape(graph.inputName()), kind, TIMESTEPS, 2);
      EngineFactory engines =
          new EngineFactory(graph, kind, RunSettings.of(TIMESTEPS).withDigestPotentials());
      Engine engine = engines.create();
      Episode episode = engines.episode();
      for (int sample = 0; sample < 2; sample++) {
        EventInput input = (EventInput) inputs.input(sample);
        InferenceRecord expected = engine.newRecord();
        engine.run(sample, input, expected);
        float[] output = new float[0];
        for (int t = 0; t < TIMESTEPS; t++) {
          output = episode.step(timestep(input, t)).clone();
        }
        InferenceRecord actual = episode.finish(sample);
        String where = "seed=" + seed + " sample=" + sample;
        assertArrayEquals(expected.output(), output, where);
        assertEquals(expected.counters().snapshot(), actual.counters().snapshot(), where);
        assertArrayEquals(expected.digest(), actual.digest(), where);
        assertEquals(0, episode.steps());
      }
    }
  }

  @Test
  void aDirectlyEncodedImageDoesNotComeStepByStep() {
    Graph graph = RandomNetworks.of(1);
    EngineFactory engines = new EngineFactory(graph, ValueKind.ANALOG, RunSettings.of(1));
    assertThrows(BadInputException.class, engines::episode);
  }

  private static EventInput timestep(EventInput input, int timestep) {
    int from = input.start(timestep);
    int count = input.start(timestep + 1) - from;
    int[] indices = new int[count];
    float[] values = new float[count];
    for (int e = 0; e < count; e++) {
      indices[e] = input.index(from + e);
      values[e] = input.value(from + e);
    }
    boolean binary = input.kind() == ValueKind.BINARY;
    return new EventInput(
        input.shape(), new int[] {0, count}, indices, binary ? null : Arrays.copyOf(values, count));
  }
}
