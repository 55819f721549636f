package org.spikeledger.training.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.evaluate.Agreement;
import org.spikeledger.training.evaluate.DirectInputs;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.export.MantissaRounding;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.progress.MetricsSummary;
import org.spikeledger.training.stages.StoredStages;

/**
 * Writes the exported stages of a finished run into a folder: each a .nir file, read back, measured
 * by the simulator on all test images and against libtorch on the first of them, and its card.
 */
public final class Publication {
  private final TrainingConfiguration configuration;
  private final Path folder;
  private final Dataset test;
  private final int compared;

  /**
   * A publication of a run.
   *
   * @param folder for the networks and their cards
   * @param compared test images that libtorch and the simulator both run
   */
  public Publication(TrainingConfiguration configuration, Path folder, int compared) {
    this.configuration = configuration;
    this.folder = folder;
    this.compared = compared;
    test = configuration.dataset().openTest();
  }

  /** Publishes every stage that is to be exported; libtorch must be loaded. */
  public List<NetworkCard> publish() {
    StoredStages stored = new StoredStages(configuration, test.imageShape());
    MetricsSummary metrics =
        MetricsSummary.read(Path.of(configuration.output()).resolve("metrics.jsonl"));
    List<NetworkCard> cards = new ArrayList<>();
    for (StageConfiguration stage : configuration.stages()) {
      if (stage.export()) {
        cards.add(publish(stage, stored.network(stage), metrics));
      }
    }
    return cards;
  }

  private NetworkCard publish(
      StageConfiguration stage, SpikingNetwork network, MetricsSummary metrics) {
    String name = configuration.name() + "-" + stage.name();
    Path file = folder.resolve(name + ".nir");
    NirWriter.write(graph(network, stage), file);
    Graph graph = NirReader.read(file, ImportOptions.DEFAULT).graph();
    NetworkCard card = measure(name, file, graph, stage, metrics);
    CardFile.write(card, folder.resolve(name + ".json"));
    return card;
  }

  private Graph graph(SpikingNetwork network, StageConfiguration stage) {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("training", configuration.name() + ", stage " + stage.name());
    provenance.put("seed", Long.toString(configuration.seed()));
    provenance.put("mantissaBits", Integer.toString(configuration.export().mantissaBits()));
    return GraphExport.export(
        network,
        test.imageShape(),
        new NetworkProperties(
            OptionalInt.of(stage.timesteps()),
            Optional.of(normalisation()),
            test.classNames(),
            provenance),
        new MantissaRounding(configuration.export().mantissaBits()));
  }

  private NetworkCard measure(
      String name, Path file, Graph graph, StageConfiguration stage, MetricsSummary metrics) {
    DirectInputs inputs = new DirectInputs(test, normalisation());
    RunSettings settings = RunSettings.of(stage.timesteps()).withThreads(configuration.threads());
    RunSummary run = Runner.run(graph, name, inputs, settings, List.of());
    Agreement agreement =
        Agreement.measure(
            graph,
            stage.timesteps(),
            inputs,
            new BatchMaker(test, configuration.normalisation()),
            Math.min(compared, test.size()));
    return new NetworkCard(
        name,
        file.getFileName().toString(),
        FileDigest.of(file),
        configuration.dataset().test(),
        stage.timesteps(),
        run.accuracy().orElseThrow(),
        metrics.lastTestAccuracy(configuration.stages().getFirst().name()),
        run.samples(),
        run.fingerprint(),
        run.digest(),
        "the stored file, read back, in the event engine, float32, on all test images",
        agreement,
        layers(run, graph),
        configuration.seed(),
        metrics.secondsUpTo(stage.name()),
        configuration.dataset().source(),
        configuration.dataset().licence(),
        configuration);
  }

  private static List<LayerCard> layers(RunSummary run, Graph graph) {
    List<LayerCard> layers = new ArrayList<>();
    for (int i = 0; i < run.layers().size(); i++) {
      var layer = run.layers().get(i).layer();
      boolean fires = graph.node(layer.name()) instanceof LIF;
      LIF lif = fires ? (LIF) graph.node(layer.name()) : null;
      layers.add(
          new LayerCard(
              layer.name(),
              layer.neurons(),
              fires ? lif.firing().threshold().get(0) : 0,
              fires ? lif.leak().get(0) : 1,
              run.spikes().get(i).meanPerNeuronPerInference()));
    }
    return layers;
  }

  private Normalisation normalisation() {
    int channels = test.imageShape().channels();
    return new Normalisation(
        Collections.nCopies(channels, configuration.normalisation().mean()),
        Collections.nCopies(channels, configuration.normalisation().standardDeviation()));
  }
}
