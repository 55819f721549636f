package org.spikeledger.training.evaluate;

import org.bytedeco.javacpp.PointerScope;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.layers.SpikingNetwork;

/**
 * How far libtorch and the simulator agree on a network.
 *
 * @param images compared
 * @param identicalImages in which every spike of every layer and timestep is the same
 * @param samePredictions images with the same class
 * @param spikes in libtorch, all images
 * @param disagreements neurons and timesteps that differ, all images
 * @param largestOriginMargin largest relative distance from the threshold among the disagreements
 *     that nothing earlier explains; 0 where there are none
 */
public record Agreement(
    int images,
    int identicalImages,
    int samePredictions,
    long spikes,
    long disagreements,
    double largestOriginMargin) {

  private static final Agreement NOTHING = new Agreement(0, 0, 0, 0, 0, 0);

  /**
   * Runs the first images through both.
   *
   * @param graph the network as stored; libtorch's is rebuilt from it
   * @param inputs for the simulator, the same images as the batches'
   */
  public static Agreement measure(
      Graph graph, int timesteps, InputSource inputs, BatchMaker batches, int images) {
    SpikingNetwork network = GraphInLibtorch.rebuild(graph, timesteps);
    Engine engine = new EngineFactory(graph, ValueKind.ANALOG, RunSettings.of(timesteps)).create();
    InferenceRecord record = engine.newRecord();
    Agreement total = NOTHING;
    for (int i = 0; i < images; i++) {
      try (PointerScope _ = new PointerScope()) {
        LibtorchInference inference = LibtorchInference.run(network, batches.plain(i, 1).images());
        engine.run(i, inputs.input(i), record);
        total = total.plus(inference, record);
      }
    }
    return total;
  }

  private Agreement plus(LibtorchInference inference, InferenceRecord record) {
    SpikeComparison comparison = SpikeComparison.of(inference, record.spikes());
    return new Agreement(
        images + 1,
        identicalImages + (comparison.agrees() ? 1 : 0),
        samePredictions + (inference.prediction() == record.prediction() ? 1 : 0),
        spikes + inference.layers().stream().mapToLong(LayerTrace::spikeCount).sum(),
        disagreements + comparison.disagreements(),
        comparison.origins().stream()
            .mapToDouble(Disagreement::margin)
            .reduce(largestOriginMargin, Math::max));
  }
}
