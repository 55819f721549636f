package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/** Keeps a line an inference. */
final class SampleCollector implements InferenceListener {

  private final List<Layer> layers;
  private final List<SampleResult> samples = new ArrayList<>();

  SampleCollector(Graph graph) {
    layers = Layer.of(graph);
  }

  List<SampleResult> samples() {
    return samples;
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    Counts counts = record.counters().snapshot();
    Map<String, Long> spikes = new LinkedHashMap<>();
    for (Layer layer : layers) {
      spikes.put(layer.name(), counts.layer(layer.index(), Primitive.SPIKES));
    }
    samples.add(
        new SampleResult(
            record.sample(),
            label,
            record.prediction(),
            HexFormat.of().formatHex(record.digest()),
            spikes));
  }
}
