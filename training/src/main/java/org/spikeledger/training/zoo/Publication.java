package org.spikeledger.training.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.stages.StoredStages;

/**
 * Writes the exported stages of a finished run into a folder: each a .nir file, and a card of what
 * was measured on the file as it is read back.
 */
public final class Publication {
  private final TrainingConfiguration configuration;
  private final Dataset test;
  private final Path folder;
  private final CardMaker cards;

  /**
   * A publication of a run.
   *
   * @param test images to measure with
   * @param folder for the networks and their cards
   * @param compared test images that libtorch and the simulator both run
   * @throws BadInputException where the run has no metrics log
   */
  public Publication(TrainingConfiguration configuration, Dataset test, Path folder, int compared) {
    this.configuration = configuration;
    this.test = test;
    this.folder = folder;
    cards = new CardMaker(configuration, test, compared);
  }

  /**
   * Publishes every stage that is to be exported; libtorch must be loaded.
   *
   * @throws BadInputException where a stage is not finished or a file cannot be written
   */
  public List<NetworkCard> publish() {
    StoredStages stored = new StoredStages(configuration, test.imageShape());
    List<NetworkCard> published = new ArrayList<>();
    for (StageConfiguration stage : configuration.stages()) {
      if (stage.export()) {
        published.add(publish(stage, stored.network(stage)));
      }
    }
    return published;
  }

  private NetworkCard publish(StageConfiguration stage, SpikingNetwork network) {
    String name = configuration.name() + "-" + stage.name();
    Origin origin = Origin.of(configuration.lineage(stage));
    StoredNetwork stored = StoredNetwork.write(name, graph(network, stage), folder);
    NetworkCard card = cards.card(stored, stage, origin);
    stored.writeCard(card);
    return card;
  }

  private Graph graph(SpikingNetwork network, StageConfiguration stage) {
    int mantissaBits = configuration.export().mantissaBits();
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("training", configuration.name() + ", stage " + stage.name());
    provenance.put("seed", Long.toString(configuration.seed()));
    provenance.put("mantissaBits", Integer.toString(mantissaBits));
    NetworkProperties properties =
        new NetworkProperties(
            OptionalInt.of(stage.timesteps()),
            Optional.of(cards.normalisation()),
            test.classNames(),
            provenance);
    return GraphExport.export(
        network, test.imageShape(), properties, new MantissaBits(mantissaBits));
  }
}
