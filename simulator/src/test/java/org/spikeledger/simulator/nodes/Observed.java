package org.spikeledger.simulator.nodes;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.reference.ReferenceEngine;
import org.spikeledger.simulator.run.EngineChoice;

/** One inference, watched: potentials after reset by layer and timestep, spikes, counters. */
final class Observed {

  private final List<Layer> layers;
  private final List<List<List<Float>>> potentials = new ArrayList<>();
  private final InferenceRecord record;

  private Observed(Graph graph, EventInput input, EngineChoice choice) {
    layers = Layer.of(graph);
    layers.forEach(_ -> potentials.add(new ArrayList<>()));
    Engine engine = engine(graph, input, choice);
    record = engine.newRecord();
    engine.run(0, input, record);
  }

  static Observed of(Graph graph, EventInput input, EngineChoice choice) {
    return new Observed(graph, input, choice);
  }

  /** Graded events: a row a timestep, a value an element in canonical order. */
  static EventInput values(Shape shape, float[]... timesteps) {
    List<Integer> indices = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    int[] starts = new int[timesteps.length + 1];
    for (int t = 0; t < timesteps.length; t++) {
      for (int i = 0; i < timesteps[t].length; i++) {
        if (timesteps[t][i] != 0f) {
          indices.add(i);
          values.add(timesteps[t][i]);
        }
      }
      starts[t + 1] = indices.size();
    }
    float[] flat = new float[values.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = values.get(i);
    }
    return new EventInput(
        shape, starts, indices.stream().mapToInt(Integer::intValue).toArray(), flat);
  }

  private Engine engine(Graph graph, EventInput input, EngineChoice choice) {
    return switch (choice) {
      case REFERENCE -> new ReferenceEngine(graph, input.kind(), input.timesteps(), this::watch);
      case EVENT ->
          new EventEngine(
              Plan.of(graph, input.kind()),
              input.timesteps(),
              KernelSelection.of(KernelChoice.AUTO),
              this::watch);
    };
  }

  private void watch(int timestep, int layer, org.spikeledger.simulator.engine.Potentials current) {
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < current.size(); i++) {
      values.add(current.get(i));
    }
    potentials.get(layer).add(values);
  }

  /** The potentials of a layer's first neuron, one a timestep. */
  List<Float> potential(String layer) {
    return potentials.get(index(layer)).stream().map(List::getFirst).toList();
  }

  /** The timesteps at which some neuron of a layer fired. */
  List<Integer> spikes(String layer) {
    List<Integer> timesteps = new ArrayList<>();
    for (int t = 0; t < record.spikes().timesteps(); t++) {
      if (record.spikes().count(t, index(layer)) > 0) {
        timesteps.add(t);
      }
    }
    return timesteps;
  }

  /** A counter of a layer, one a timestep. */
  List<Long> count(String layer, Primitive primitive) {
    List<Long> counts = new ArrayList<>();
    for (int t = 0; t < record.spikes().timesteps(); t++) {
      counts.add(record.counters().get(index(layer), t, primitive));
    }
    return counts;
  }

  List<Float> output() {
    List<Float> output = new ArrayList<>();
    for (float each : record.output()) {
      output.add(each);
    }
    return output;
  }

  private int index(String layer) {
    return layers.stream().filter(each -> each.name().equals(layer)).findFirst().get().index();
  }
}
