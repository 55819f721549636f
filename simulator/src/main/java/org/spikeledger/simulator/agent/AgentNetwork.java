package org.spikeledger.simulator.agent;

import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;

/**
 * A network that is run as an agent; what its agents can share is made once. Immutable; any thread
 * may ask it for an agent.
 */
public final class AgentNetwork {

  private final Graph graph;
  private final AgentSettings settings;
  private final ObservationEncoder encoder;
  private final EngineFactory engines;

  /**
   * Prepares a network.
   *
   * @throws BadInputException where its normalisation does not fit its input, or its output is
   *     scaled
   */
  public AgentNetwork(Graph graph, AgentSettings settings) {
    if (graph.node(graph.outputName()) instanceof Output output && !output.scale().isAll(1f)) {
      throw new BadInputException(
          "an agent values actions by the sums of its output, unscaled: output="
              + graph.outputName());
    }
    this.graph = graph;
    this.settings = settings;
    this.encoder = new ObservationEncoder(graph);
    this.engines =
        new EngineFactory(
            graph, inputKind(), RunSettings.of(settings.timesteps()).withKernel(settings.kernel()));
  }

  /** A new agent for one thread. */
  public Agent newAgent() {
    return switch (settings.state()) {
      case CARRIED ->
          new CarriedAgent(engines.episode(), encoder, settings.timesteps(), output().size());
      case ZEROED -> new ZeroedAgent(engines.create(), encoder);
    };
  }

  /**
   * Checks that the network can play.
   *
   * @param name of the environment, for refusals
   * @throws BadInputException where its input is no observation, or its outputs are not the actions
   */
  public void checkPlays(Environment environment, String name) {
    Shape input = graph.shape(graph.inputName());
    if (!input.equals(environment.observationShape())) {
      throw new BadInputException(
          "an agent's input has the shape of what it observes: input=%s observation=%s"
                  .formatted(input, environment.observationShape())
              + " environment="
              + name);
    }
    if (output().size() != environment.actions()) {
      throw new BadInputException(
          "an agent has an output an action: outputs=%d actions=%d environment=%s"
              .formatted(output().size(), environment.actions(), name));
    }
  }

  private Shape output() {
    return graph.shape(graph.outputName());
  }

  /** How many actions it values. */
  public int actions() {
    return output().size();
  }

  /** The network. */
  public Graph graph() {
    return graph;
  }

  /** How it is run. */
  public AgentSettings settings() {
    return settings;
  }

  /** The kernel that runs. */
  public String kernel() {
    return engines.kernel();
  }

  /** What the recorded inputs of its inferences are. */
  public ValueKind inputKind() {
    return settings.state() == StateRule.CARRIED ? ValueKind.GRADED : ValueKind.ANALOG;
  }

  /** What the graph says of each layer, the observation being directly encoded. */
  public List<LayerFacts> facts() {
    return LayerFacts.of(graph, ValueKind.ANALOG);
  }

  /** What the graph says of each layer, the input being what the inferences' records hold. */
  public List<LayerFacts> recordedFacts() {
    return LayerFacts.of(graph, inputKind());
  }

  /**
   * Names network, parameters, rules, normalisation and how it is run as an agent; 64 hexadecimal
   * digits.
   */
  public String fingerprint() {
    String normalisation =
        graph
            .properties()
            .normalisation()
            .map(
                each ->
                    " mean=%s standardDeviation=%s"
                        .formatted(each.mean(), each.standardDeviation()))
            .orElse("");
    return Fingerprint.of(graph, settings.encoder() + normalisation, settings.timesteps());
  }
}
