package org.spikeledger.simulator.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;

/** All counts of random networks are those of a walk over every single synapse. */
class BruteForceTest {

  private static final int NETWORKS = Integer.getInteger("spikeledger.test.networks", 10);
  private static final long FIRST_SEED = Long.getLong("spikeledger.test.seed", 31L);

  @Test
  void everyCountIsThatOfAWalkOverSingleSynapses() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + NETWORKS; seed++) {
      ValueKind kind = ValueKind.values()[(int) (seed % 3)];
      int timesteps = 1 + (int) (seed % 5);
      Graph graph = RandomNetworks.of(seed);
      Shape shape = graph.shape(graph.inputName());
      EncodedInput input = new RandomInputs(seed, shape, kind, timesteps, 1).input(0);
      Engine engine = new EngineFactory(graph, kind, RunSettings.of(timesteps)).create();
      InferenceRecord record = engine.newRecord();
      engine.run(0, input, record);
      PlainNetwork plain = new PlainNetwork(graph, kind, timesteps);
      float[] output = plain.run(values(input, timesteps));
      String where = "seed=" + seed;
      assertEquals(List.of(), differences(graph, plain.counters, record.counters()), where);
      float[] inOrder = new float[output.length];
      List<Integer> order = Values.order(graph.shape(graph.outputName()));
      for (int i = 0; i < inOrder.length; i++) {
        inOrder[i] = output[order.get(i)];
      }
      assertArrayEquals(inOrder, record.output(), where);
    }
  }

  private static List<String> differences(Graph graph, Counters expected, Counters actual) {
    List<String> lines = new ArrayList<>();
    for (Layer layer : Layer.of(graph)) {
      for (int t = 0; t < expected.timesteps(); t++) {
        for (Primitive primitive : Primitive.ALL) {
          long wanted = expected.get(layer.index(), t, primitive);
          long got = actual.get(layer.index(), t, primitive);
          if (wanted != got) {
            lines.add(
                "layer=%s timestep=%d %s brute=%d engine=%d"
                    .formatted(layer.name(), t, primitive.key(), wanted, got));
          }
        }
      }
    }
    return lines;
  }

  private static List<float[]> values(EncodedInput input, int timesteps) {
    List<Integer> order = Values.order(input.shape());
    List<float[]> all = new ArrayList<>();
    for (int t = 0; t < timesteps; t++) {
      float[] values = new float[input.shape().size()];
      switch (input) {
        case DirectInput direct -> {
          for (int i = 0; i < values.length; i++) {
            values[order.get(i)] = direct.value(i);
          }
        }
        case EventInput events -> {
          for (int e = events.start(t); e < events.start(t + 1); e++) {
            values[order.get(events.index(e))] = events.value(e);
          }
        }
      }
      all.add(values);
    }
    return all;
  }
}
