package org.spikeledger.simulator.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;

/** A layer with few of its synapses runs, and counts those that are there. */
class SparseLayerTest {

  /** 100,000 sources and 10,000 targets at scale 100. */
  private static final int SCALE = Integer.getInteger("spikeledger.test.sparseScale", 10);

  private static final int SOURCES = 1000 * SCALE;
  private static final int TARGETS = 100 * SCALE;
  private static final int PER_TARGET = SOURCES / 100;

  @Test
  void itsCountsAreThoseOfItsStoredSynapses() {
    SparseMatrix matrix = matrix(new SplittableRandom(7));
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(SOURCES)))
            .node("sparse", new SparseLinear(matrix))
            .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(.5f))))
            .node("output", new Output())
            .chain("input", "sparse", "neuron", "output")
            .build();
    int[] firing = new int[SOURCES / 10];
    Arrays.setAll(firing, i -> i * 10 + 3);
    EventInput input =
        new EventInput(Shape.of(SOURCES), new int[] {0, firing.length}, firing, null);
    InferenceRecord event = run(graph, input, EngineChoice.EVENT);
    InferenceRecord reference = run(graph, input, EngineChoice.REFERENCE);

    long synapses = 0;
    long effective = 0;
    for (int element = 0; element < matrix.values().size(); element++) {
      if (matrix.columnOf(element) % 10 == 3) {
        synapses++;
        effective += matrix.values().get(element) != 0f ? 1 : 0;
      }
    }
    assertEquals(synapses, event.counters().get(0, 0, Primitive.ACCUMULATES));
    assertEquals(effective, event.counters().get(0, 0, Primitive.EFFECTIVE_ACCUMULATES));
    assertTrue(event.counters().get(0, 0, Primitive.SPIKES) > TARGETS / 10);
    assertEquals(reference.counters().snapshot(), event.counters().snapshot());
    assertEquals(Arrays.toString(reference.digest()), Arrays.toString(event.digest()));
  }

  private static InferenceRecord run(Graph graph, EventInput input, EngineChoice choice) {
    RunSettings settings = RunSettings.of(1).withEngine(choice).withDigestPotentials();
    var engine = new EngineFactory(graph, input.kind(), settings).create();
    InferenceRecord record = engine.newRecord();
    engine.run(0, input, record);
    return record;
  }

  /** One source in each hundred, at a random place of it; some weights are zero. */
  private static SparseMatrix matrix(SplittableRandom random) {
    int[] starts = new int[TARGETS + 1];
    int[] columns = new int[TARGETS * PER_TARGET];
    float[] values = new float[columns.length];
    for (int row = 0; row < TARGETS; row++) {
      for (int i = 0; i < PER_TARGET; i++) {
        int element = row * PER_TARGET + i;
        columns[element] = i * 100 + random.nextInt(100);
        values[element] = random.nextInt(8) == 0 ? 0f : (float) (random.nextDouble() - .4);
      }
      starts[row + 1] = (row + 1) * PER_TARGET;
    }
    return SparseMatrix.adopt(TARGETS, SOURCES, starts, columns, values);
  }
}
