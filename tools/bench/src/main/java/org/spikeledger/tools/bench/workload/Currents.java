package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;

/**
 * The currents of one layer, as our engine computes them: the block alone feeds an output, which
 * accumulates, and what it gains in a timestep is that timestep's current.
 *
 * @param shape of the layer
 * @param timesteps of each input
 * @param values one array an input: timestep after timestep, neurons in canonical order
 */
record Currents(Shape shape, int timesteps, List<float[]> values) {

  static Currents of(Block block, List<EncodedInput> inputs, int timesteps) {
    EncodedInput first = inputs.getFirst();
    Graph graph = new Chain(first.shape(), List.of(block)).graph(List.of());
    Shape shape = graph.shape(graph.outputName());
    Recorder recorder = new Recorder(shape.size(), timesteps);
    Engine engine =
        new EventEngine(
            Plan.of(graph, first.kind()),
            timesteps,
            KernelSelection.of(KernelChoice.AUTO),
            (timestep, _, potentials) -> recorder.take(timestep, potentials));
    InferenceRecord record = engine.newRecord();
    for (int i = 0; i < inputs.size(); i++) {
      recorder.begin();
      engine.run(i, inputs.get(i), record);
    }
    return new Currents(shape, timesteps, recorder.all);
  }

  /** Turns accumulated potentials back into currents. */
  private static final class Recorder {
    private final int neurons;
    private final int timesteps;
    private final List<float[]> all = new ArrayList<>();
    private float[] before;

    Recorder(int neurons, int timesteps) {
      this.neurons = neurons;
      this.timesteps = timesteps;
    }

    void begin() {
      all.add(new float[neurons * timesteps]);
      before = new float[neurons];
    }

    void take(int timestep, Potentials potentials) {
      float[] into = all.getLast();
      for (int i = 0; i < neurons; i++) {
        float now = potentials.get(i);
        into[timestep * neurons + i] = now - before[i];
        before[i] = now;
      }
    }
  }
}
