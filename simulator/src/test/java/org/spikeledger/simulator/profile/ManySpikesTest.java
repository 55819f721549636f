package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.reference.ReferenceEngine;

/** A histogram has a place for each number of spikes up to a limit, and says when it is passed. */
class ManySpikesTest {

  @Test
  void aNeuronOfManySpikesHasItsPlace() {
    assertEquals(1, profile(1000).layers().getFirst().histogram().get(1000));
  }

  @Test
  void moreSpikesThanTheHistogramHasPlacesForAreRefused() {
    assertEquals(
        "a profile has neurons of at most 16777216 spikes an inference: spikes=33554432"
            + " layer=neuron",
        assertThrows(BadInputException.class, () -> profile(1 << 25)).getMessage());
  }

  /** Of one neuron that gives so many spikes in its one timestep. */
  private static NetworkProfile profile(int spikes) {
    Firing firing =
        new Firing(
            Tensor.scalar(1f),
            ThresholdRule.GREATER_OR_EQUAL,
            SpikeRule.MULTIPLE,
            ResetRule.BY_SUBTRACTION,
            Tensor.scalar(0f));
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1)))
            .node("neuron", new IF(Tensor.scalar(1f), firing))
            .node("output", new Output())
            .chain("input", "neuron", "output")
            .build();
    EventInput input =
        new EventInput(Shape.of(1), new int[] {0, 1}, new int[] {0}, new float[] {spikes});
    Profiler profiler =
        new Profiler(graph, ValueKind.GRADED, 1, new ProfileSettings(1, 0, Set.of()));
    PotentialLog log = new PotentialLog(profiler.probes(), 1);
    ReferenceEngine engine = new ReferenceEngine(graph, ValueKind.GRADED, 1, log);
    InferenceRecord record = engine.newRecord().keeping(log);
    engine.run(0, input, record);
    profiler.onInference(record, -1);
    return profiler.profile();
  }
}
