package org.spikeledger.traces;

import java.util.Arrays;
import java.util.Random;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.encode.InputSource;

/**
 * A network for sequences, drawn from a seed: neurons with synaptic currents, which may give
 * several spikes; delays, each element its own; neurons that feed themselves through weights and
 * through a delay, and those before them; an integrator whose potentials flow; spikes that do not
 * count as 1.
 */
final class SequenceNetwork {

  static final Shape INPUT = Shape.of(6);

  private SequenceNetwork() {}

  static Graph of(long seed) {
    Random random = new Random(seed);
    SpikeRule several = random.nextInt(3) > 0 ? SpikeRule.MULTIPLE : SpikeRule.SINGLE;
    CurrentRule current = random.nextBoolean() ? CurrentRule.NEW : CurrentRule.PREVIOUS;
    Tensor one = Tensor.scalar(1f);
    return Graph.builder()
        .node("input", new Input(INPUT))
        .node("in", new Linear(weights(random, 12, 6)))
        .node(
            "currents",
            new CubaLIF(
                new Synapse(parameters(random, 12), one, current),
                parameters(random, 12),
                one,
                Tensor.scalar(0.01f),
                firing(several, 1f)))
        .node("delays", delays(random, 12))
        .node("forth", new Linear(weights(random, 10, 12)))
        .node(
            "neurons",
            new LIF(parameters(random, 10), one, Tensor.scalar(0f), firing(SpikeRule.SINGLE, 0.5f)))
        .node("around", new Linear(weights(random, 10, 10)))
        .node("later", new Delay(Tensor.scalar(2f)))
        .node("back", new Linear(weights(random, 12, 10)))
        .node("membrane", new LI(Tensor.scalar(0.8f), Tensor.scalar(0.5f), Tensor.scalar(0f)))
        .node("out", new Linear(weights(random, 3, 10)))
        .node("classes", new Affine(weights(random, 3, 10), weights(random, 3)))
        .node("output", new Output())
        .chain("input", "in", "currents", "delays", "forth", "neurons", "classes", "output")
        .chain("neurons", "around", "neurons")
        .chain("neurons", "later", "neurons")
        .chain("neurons", "back", "currents")
        .chain("neurons", "membrane", "out", "output")
        .build();
  }

  /** The same network with one weight from the neurons back to themselves larger by a half. */
  static Graph withOneRecurrentWeightChanged(Graph graph) {
    Tensor weight = ((Linear) graph.node("around")).weight();
    float[] values = weight.toArray();
    values[37] += 0.5f;
    return graph.toBuilder()
        .replace("around", new Linear(Tensor.of(weight.shape(), values)))
        .build();
  }

  private static Firing firing(SpikeRule rule, float amplitude) {
    return new Firing(
        Tensor.scalar(0.4f),
        ThresholdRule.GREATER_OR_EQUAL,
        rule,
        ResetRule.BY_SUBTRACTION,
        Tensor.scalar(0f),
        amplitude);
  }

  private static Delay delays(Random random, int neurons) {
    float[] values = new float[neurons];
    for (int i = 0; i < neurons; i++) {
      values[i] = random.nextInt(4);
    }
    return new Delay(Tensor.of(Shape.of(neurons), values));
  }

  private static Tensor parameters(Random random, int neurons) {
    float[] values = new float[neurons];
    for (int i = 0; i < neurons; i++) {
      values[i] = random.nextFloat();
    }
    return Tensor.of(Shape.of(neurons), values);
  }

  private static Tensor weights(Random random, int... dimensions) {
    Shape shape = Shape.of(dimensions);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * 0.4f;
    }
    return Tensor.of(shape, values);
  }

  /** Sequences of events, some shorter and some longer than a run. */
  record Sequences(int size, ValueKind kind) implements InputSource {

    @Override
    public String name() {
      return "sequences";
    }

    @Override
    public String encoder() {
      return "array";
    }

    @Override
    public EncodedInput input(int index) {
      Random random = new Random(index);
      int[] starts = new int[1 + 6 + random.nextInt(4)];
      int[] indices = new int[starts.length * INPUT.size()];
      int events = 0;
      for (int t = 1; t < starts.length; t++) {
        for (int i = 0; i < INPUT.size(); i++) {
          if (random.nextBoolean()) {
            indices[events++] = i;
          }
        }
        starts[t] = events;
      }
      float[] values = new float[events];
      for (int e = 0; e < events; e++) {
        values[e] = 0.25f * (1 + random.nextInt(5));
      }
      return new EventInput(
          INPUT, starts, Arrays.copyOf(indices, events), kind == ValueKind.BINARY ? null : values);
    }

    @Override
    public int label(int index) {
      return index % 3;
    }
  }
}
