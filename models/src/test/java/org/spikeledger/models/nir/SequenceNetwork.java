package org.spikeledger.models.nir;

import static org.spikeledger.models.nir.SampleNetworks.random;

import java.util.Optional;
import java.util.Random;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;
import org.spikeledger.models.graph.ThresholdRule;

/** A network over a sequence, with the populations that {@link SampleNetworks} leaves out. */
final class SequenceNetwork {

  private SequenceNetwork() {}

  static Graph graph() {
    Random random = new Random(11);
    Shape sequence = Shape.of(4, 5);
    Tensor some = Tensor.adopt(sequence, new float[20]);
    return Graph.builder()
        .node("input", new Input(Shape.of(2, 9)))
        .node(
            "conv.1",
            new Conv1d(random(random, Shape.of(4, 1, 3)), Optional.empty(), 2, 2, 1, 2, 2))
        .node("scale", new Scale(random(random, Shape.of(4, 4))))
        .node("scalar", new Scale(Tensor.scalar(.5f)))
        .node("integrator", new I(Tensor.scalar(.25f)))
        .node(
            "conv.2",
            new Conv1d(
                random(random, Shape.of(4, 4, 2)),
                Optional.of(random(random, Shape.of(4))),
                1,
                1,
                1,
                1,
                1))
        .node("leaky", new LI(Tensor.scalar(.5f), Tensor.scalar(1f), some))
        .node(
            "currents",
            new CubaLI(
                new Synapse(Tensor.scalar(.5f), Tensor.scalar(1f), CurrentRule.PREVIOUS),
                Tensor.scalar(.75f),
                random(random, sequence),
                Tensor.scalar(0f)))
        .node("threshold", new Threshold(Tensor.scalar(.1f), ThresholdRule.GREATER_OR_EQUAL))
        .node("delay", new Delay(Tensor.adopt(sequence, whole(sequence.size()))))
        .node("delays", new Delay(Tensor.scalar(3f)))
        .node("flatten", Flatten.ALL)
        .node("linear", new Linear(random(random, Shape.of(3, 20))))
        .node(
            "neuron",
            new CubaLIF(
                new Synapse(Tensor.scalar(0f), random(random, Shape.of(3)), CurrentRule.NEW),
                Tensor.scalar(1f),
                Tensor.scalar(.5f),
                Tensor.scalar(.125f),
                new Firing(
                    Tensor.scalar(.75f),
                    ThresholdRule.GREATER,
                    SpikeRule.SINGLE,
                    ResetRule.BY_SUBTRACTION,
                    Tensor.scalar(0f),
                    2.5f)))
        .node("output", new Output())
        .chain("input", "conv.1", "scale", "scalar", "integrator", "conv.2", "leaky", "currents")
        .chain("currents", "threshold", "delay", "flatten", "linear", "neuron", "output")
        .chain("neuron", "delays", "neuron")
        .edge("neuron", "neuron")
        .build();
  }

  private static float[] whole(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i % 4;
    }
    return values;
  }
}
