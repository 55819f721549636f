package org.spikeledger.training.rl.publish;

import java.util.Arrays;
import java.util.BitSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.agent.Agent;
import org.spikeledger.training.evaluate.GraphInLibtorch;
import org.spikeledger.training.evaluate.LayerTrace;
import org.spikeledger.training.evaluate.LibtorchInference;
import org.spikeledger.training.layers.Inputs;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;

/** Runs the steps that the simulator recorded in libtorch, rebuilt from the graph alone. */
final class StepComparison {
  private final RecordedSteps recorded;
  private final boolean carries;
  private int sameActions;
  private double largestDifference;
  private double largestValue;
  private long spikes;
  private long disagreements;

  private StepComparison(RecordedSteps recorded, boolean carries) {
    this.recorded = recorded;
    this.carries = carries;
  }

  static StepAgreement of(Graph graph, int timesteps, boolean carries, RecordedSteps recorded) {
    StepComparison comparison = new StepComparison(recorded, carries);
    comparison.run(GraphInLibtorch.rebuild(graph, timesteps), graph.shape(graph.inputName()));
    return new StepAgreement(
        recorded.steps(),
        comparison.sameActions,
        comparison.largestDifference / Math.max(comparison.largestValue, Float.MIN_NORMAL),
        comparison.spikes,
        comparison.disagreements);
  }

  private void run(SpikingNetwork network, Shape shape) {
    int together = carries ? recorded.steps() : 1;
    for (int first = 0; first < recorded.steps(); first += together) {
      try (PointerScope _ = new PointerScope()) {
        Inputs inputs = new Inputs(observations(first, together, shape), together);
        compare(LibtorchInference.run(network, inputs), first, together);
      }
    }
  }

  private Tensor observations(int first, int steps, Shape shape) {
    float[] all = new float[steps * shape.size()];
    for (int i = 0; i < steps; i++) {
      System.arraycopy(recorded.observation(first + i), 0, all, i * shape.size(), shape.size());
    }
    return shape.isMap()
        ? FloatTensors.of(all, steps, shape.channels(), shape.rows(), shape.columns())
        : FloatTensors.of(all, steps, shape.size());
  }

  private void compare(LibtorchInference libtorch, int first, int steps) {
    float[] all = libtorch.logits();
    int actions = all.length / steps;
    for (int i = 0; i < steps; i++) {
      float[] expected = recorded.values(first + i);
      float[] actual = Arrays.copyOfRange(all, i * actions, (i + 1) * actions);
      sameActions += Agent.best(expected) == Agent.best(actual) ? 1 : 0;
      for (int k = 0; k < actions; k++) {
        largestDifference = Math.max(largestDifference, Math.abs(expected[k] - actual[k]));
        largestValue = Math.max(largestValue, Math.abs(expected[k]));
      }
    }
    int timestepsBefore = first * (libtorch.timesteps() / steps);
    for (int layer = 0; layer < libtorch.layers().size(); layer++) {
      for (int t = 0; t < libtorch.timesteps(); t++) {
        compare(libtorch.layers().get(layer), t, recorded.firing(timestepsBefore + t, layer));
      }
    }
  }

  private void compare(LayerTrace libtorch, int timestep, BitSet simulator) {
    BitSet differing = new BitSet();
    for (int neuron : libtorch.firing(timestep)) {
      differing.set(neuron);
    }
    differing.xor(simulator);
    disagreements += differing.cardinality();
    spikes += simulator.cardinality();
  }
}
