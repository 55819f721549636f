package org.spikeledger.training.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.simulator.encode.DirectDataset;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.evaluate.Agreement;
import org.spikeledger.training.progress.MetricsSummary;

/**
 * Measures stored networks: by the simulator on all test images, and against libtorch on the first
 * of them.
 */
final class CardMaker {
  private static final String MEASURED =
      "the stored file, read back, in the event engine, float32, on all test images";

  private final TrainingConfiguration configuration;
  private final Dataset test;
  private final int compared;
  private final MetricsSummary metrics;

  CardMaker(TrainingConfiguration configuration, Dataset test, int compared) {
    this.configuration = configuration;
    this.test = test;
    this.compared = Math.min(compared, test.size());
    metrics = MetricsSummary.read(Path.of(configuration.output()).resolve(RunFolder.METRICS));
  }

  NetworkCard card(StoredNetwork stored, StageConfiguration stage, Origin origin) {
    Graph graph = stored.graph();
    DirectDataset inputs =
        new DirectDataset(configuration.dataset().test(), test, normalisation(), test.imageShape());
    RunSettings settings = RunSettings.of(stage.timesteps()).withThreads(configuration.threads());
    RunSummary run = Runner.run(graph, stored.name(), inputs, settings, List.of());
    TrainingConfiguration shown = configuration.withoutFolders();
    BatchMaker batches = new BatchMaker(test, normalisation());
    return new NetworkCard(
        stored.name(),
        stored.fileName(),
        stored.sha256(),
        shown.dataset().test(),
        stage.timesteps(),
        run.accuracy().orElseThrow(),
        annAccuracy(stage, origin),
        run.samples(),
        run.fingerprint(),
        run.digest(),
        MEASURED,
        SpikeRates.plain(run),
        SpikeRates.weighted(graph, run),
        EnergyCard.of(graph, run, widthFactors()),
        Agreement.measure(graph, stage.timesteps(), inputs, batches, compared),
        layers(run, graph),
        configuration.seed(),
        origin,
        metrics.seconds(
            configuration.lineage(stage).stream().map(StageConfiguration::name).toList()),
        configuration.dataset().source(),
        configuration.dataset().licence(),
        shown);
  }

  private List<Double> widthFactors() {
    double width = configuration.export().width();
    return width == 1
        ? List.of()
        : WidthProjection.factors(configuration.network(), width, test.imageShape().channels());
  }

  private Double annAccuracy(StageConfiguration stage, Origin origin) {
    StageConfiguration first = configuration.lineage(stage).getFirst();
    if (first.isAnn()) {
      return metrics.lastTestAccuracy(first.name());
    }
    return origin == null ? null : origin.annAccuracy();
  }

  /** What turns an image's bytes into the input of the network, a channel each. */
  Normalisation normalisation() {
    return configuration.normalisation().ofChannels(test.imageShape().channels());
  }

  private static List<LayerCard> layers(RunSummary run, Graph graph) {
    List<LayerCard> layers = new ArrayList<>();
    for (int i = 0; i < run.layers().size(); i++) {
      layers.add(
          layer(
              run.layers().get(i).layer(), graph, run.spikes().get(i).meanPerNeuronPerInference()));
    }
    return layers;
  }

  private static LayerCard layer(Layer layer, Graph graph, double spikes) {
    return switch (graph.node(layer.name())) {
      case LIF lif ->
          new LayerCard(
              layer.name(),
              layer.neurons(),
              lif.firing().threshold().get(0),
              lif.leak().get(0),
              spikes);
      default -> new LayerCard(layer.name(), layer.neurons(), 0, 1, spikes);
    };
  }
}
