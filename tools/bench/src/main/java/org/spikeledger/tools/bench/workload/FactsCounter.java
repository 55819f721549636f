package org.spikeledger.tools.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;

/** Runs a workload's inputs once and sums up. Used by one thread, once. */
final class FactsCounter {

  private final String name;
  private final Workload workload;
  private final Graph graph;
  private final List<Layer> layers;
  private final Counters total;
  private final long[] pooledValues;

  FactsCounter(String name, Workload workload) {
    this.name = name;
    this.workload = workload;
    this.graph = workload.graph();
    this.layers = Layer.of(graph);
    this.total = new Counters(layers.size(), workload.timesteps());
    this.pooledValues = new long[layers.size()];
  }

  WorkloadFacts count() {
    EngineUnderTest best = EngineUnderTest.best();
    Engine engine = best.engine(best.plan(graph, workload.kind()), workload.timesteps());
    InferenceRecord record = engine.newRecord();
    for (int i = 0; i < workload.inputs().size(); i++) {
      engine.run(i, workload.inputs().get(i), record);
      total.addAll(record.counters());
      countPooled(record);
    }
    return facts();
  }

  private void countPooled(InferenceRecord record) {
    for (Layer layer : layers) {
      if (isPooled(layer)) {
        PooledDensity density = new PooledDensity(graph.shape(layer.name()));
        for (int t = 0; t < workload.timesteps(); t++) {
          pooledValues[layer.index()] += density.nonZero(record.spikes(), t, layer.index());
        }
      }
    }
  }

  private WorkloadFacts facts() {
    double inputEvents = layers.isEmpty() ? 0 : perImage(sum(0, Primitive.EVENTS_IN));
    List<LayerActivity> activities = new ArrayList<>();
    layers.stream().filter(layer -> !layer.isOutput()).map(this::activity).forEach(activities::add);
    return new WorkloadFacts(
        name,
        workload.timesteps(),
        inputEvents,
        perImage(sum(Primitive.ACCUMULATES)),
        perImage(sum(Primitive.MULTIPLY_ACCUMULATES)),
        perImage(sum(Primitive.DIRECT_MULTIPLY_ACCUMULATES)),
        activities);
  }

  private LayerActivity activity(Layer layer) {
    double chances = (double) layer.neurons() * workload.timesteps();
    return new LayerActivity(
        layer.name(),
        layer.neurons(),
        perImage(sum(layer.index(), Primitive.SPIKES)) / chances,
        isPooled(layer) ? perImage(pooledValues[layer.index()]) / (chances / 4) : null);
  }

  private boolean isPooled(Layer layer) {
    int next = layer.index() + 1;
    Shape shape = graph.shape(layer.name());
    return shape.isMap() && workload.chain().blocks().get(next).pooled();
  }

  private double perImage(long sum) {
    return (double) sum / workload.inputs().size();
  }

  private long sum(Primitive primitive) {
    return layers.stream().mapToLong(layer -> sum(layer.index(), primitive)).sum();
  }

  private long sum(int layer, Primitive primitive) {
    long sum = 0;
    for (int t = 0; t < workload.timesteps(); t++) {
      sum += total.get(layer, t, primitive);
    }
    return sum;
  }
}
