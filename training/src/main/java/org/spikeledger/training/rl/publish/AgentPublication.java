package org.spikeledger.training.rl.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.simulator.agent.AgentProperties;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.run.AgentStages;
import org.spikeledger.training.rl.run.ScaledInput;
import org.spikeledger.training.zoo.Origin;
import org.spikeledger.training.zoo.StoredNetwork;

/**
 * Writes the exported stages of a finished training into a folder: each the network of its best
 * evaluation as a .nir file, and a card of what was measured on the file as it is read back.
 */
public final class AgentPublication {
  private final AgentConfiguration configuration;
  private final EnvironmentSpecification environment;
  private final Shape observation;
  private final Path folder;
  private final AgentCardMaker cards;

  /**
   * A publication of a run.
   *
   * @param environment to measure in
   * @param folder for the networks and their cards
   * @param compared environment steps that libtorch and the simulator both run
   */
  public AgentPublication(
      AgentConfiguration configuration,
      EnvironmentSpecification environment,
      Path folder,
      int compared) {
    this.configuration = configuration;
    this.environment = environment;
    this.folder = folder;
    try (var opened = environment.open()) {
      observation = opened.observationShape();
    }
    cards = new AgentCardMaker(configuration, environment, compared);
  }

  /**
   * Publishes every stage that is to be exported; libtorch must be loaded.
   *
   * @throws BadInputException where a stage is not finished or a file cannot be written
   */
  public List<AgentCard> publish() {
    AgentStages stages = new AgentStages(configuration, observation);
    List<AgentCard> published = new ArrayList<>();
    for (AgentStage stage : configuration.stages()) {
      if (stage.export()) {
        published.add(publish(stage, (SpikingNetwork) stages.best(stage)));
      }
    }
    return published;
  }

  private AgentCard publish(AgentStage stage, SpikingNetwork network) {
    String name = configuration.name() + "-" + stage.name();
    Origin origin = Origin.of(configuration.chain().lineage(stage));
    StoredNetwork stored = StoredNetwork.write(name, graph(network, stage), folder);
    AgentCard card = cards.card(stored, stage, origin);
    stored.writeCard(card);
    return card;
  }

  private Graph graph(SpikingNetwork network, AgentStage stage) {
    SortedMap<String, String> provenance = new TreeMap<>();
    provenance.put("training", configuration.name() + ", stage " + stage.name());
    provenance.put("seed", Long.toString(configuration.seed()));
    provenance.put("mantissaBits", Integer.toString(configuration.mantissaBits()));
    provenance.put(AgentProperties.ENVIRONMENT, environment.toString());
    provenance.put(AgentProperties.STATE, stage.membranes().key());
    NetworkProperties properties =
        new NetworkProperties(
            OptionalInt.of(stage.timesteps()), Optional.empty(), List.of(), provenance);
    return GraphExport.export(
        ScaledInput.taken(network, configuration.observationScale()),
        observation,
        properties,
        new MantissaBits(configuration.mantissaBits()));
  }
}
