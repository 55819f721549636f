package org.spikeledger.training.rl.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.agent.AgentProperties;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.training.adopt.GraphAdoption;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.conversion.ThresholdBalancing;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.stages.RandomStreams;

/** Makes the network of a stage: from nothing, a file, the stage before, or to be filled. */
public final class AgentNetworks {
  private final AgentConfiguration configuration;
  private final Shape observation;

  /**
   * The networks of a run.
   *
   * @param observation shape of the environment's observations
   */
  public AgentNetworks(AgentConfiguration configuration, Shape observation) {
    this.configuration = configuration;
    this.observation = observation;
  }

  /** A network of a stage's shape with random weights. */
  public Trainable initial(int stage) {
    AgentStage described = configuration.stages().get(stage);
    return described.isAnn() ? ann() : spiking(described);
  }

  /** The network with which a stage starts that comes after no other. */
  Trainable first(int stage) {
    AgentStage described = configuration.stages().get(stage);
    return described.isFromFile() ? ofFile(described) : initial(stage);
  }

  private SpikingNetwork ofFile(AgentStage stage) {
    Graph graph = NirReader.read(Path.of(stage.from()), ImportOptions.DEFAULT).graph();
    SpikingNetwork network =
        ScaledInput.givenBack(
            GraphAdoption.adopt(graph, spiking(stage), observation),
            configuration.observationScale());
    int timesteps = graph.properties().timesteps().orElse(stage.timesteps());
    boolean carried =
        AgentProperties.of(graph.properties()).state().equals(Optional.of(StateRule.CARRIED));
    return trainedOn(network, timesteps, carried, stage);
  }

  /** The network that a stage left behind. */
  public Trainable stored(int stage, CheckpointFile file) {
    Trainable network = initial(stage);
    file.readNetwork(network.state());
    return network;
  }

  /**
   * The network with which a stage starts that comes after another.
   *
   * @param previous last network of that other, whose tensors become the new one's
   * @param environment in which an ANN meets observations for the balancing of thresholds
   */
  Trainable successor(int stage, Trainable previous, Environment environment) {
    AgentStage described = configuration.stages().get(stage);
    SpikingNetwork network =
        switch (previous) {
          case AnnNetwork ann -> converted(ann, described, environment);
          case SpikingNetwork snn -> snn;
          default -> throw new IllegalArgumentException("no successor of " + previous);
        };
    AgentStage before = configuration.stages().get(configuration.chain().predecessor(stage));
    return trainedOn(network, Math.max(1, before.timesteps()), before.carries(), described);
  }

  /**
   * A network that goes on to learn. A leak that was learned while membranes were zeroed before
   * every environment step says nothing of how long to remember: where they are carried from now
   * on, the stage's own takes its place.
   *
   * @param timesteps of an observation until now
   * @param carried whether membranes were carried until now
   */
  private SpikingNetwork trainedOn(
      SpikingNetwork network, int timesteps, boolean carried, AgentStage stage) {
    scaleOutput(network.layers().getLast().synapses(), (float) timesteps / stage.timesteps());
    List<SpikingNeurons> neurons =
        network.neurons().stream()
            .map(each -> each.withThresholdScaled((float) stage.thresholdScale()))
            .toList();
    if (stage.carries() && !carried) {
      neurons = neurons.stream().map(each -> each.leaking((float) stage.initialLeak())).toList();
    }
    return trained(network.layers(), neurons, stage);
  }

  private AnnNetwork ann() {
    List<WeightedLayer> layers =
        InitialLayers.make(
            configuration.network().shape(),
            observation,
            RandomStreams.initialWeights(configuration.seed()));
    if (configuration.network().bias()) {
      layers = layers.stream().map(AgentNetworks::withBias).toList();
    }
    return AnnNetwork.initial(layers, false, Precision.FLOAT32);
  }

  private static WeightedLayer withBias(WeightedLayer layer) {
    Synapses synapses = layer.synapses();
    Tensor bias = FloatTensors.parameter(torch.zeros(synapses.weight().size(0)));
    return layer.with(synapses.with(synapses.weight(), bias), null);
  }

  private SpikingNetwork spiking(AgentStage stage) {
    List<WeightedLayer> layers = ann().layers();
    List<SpikingNeurons> neurons = new ArrayList<>();
    for (int i = 0; i < layers.size() - 1; i++) {
      neurons.add(
          SpikingNeurons.of(
              (float) stage.initialThreshold(),
              (float) stage.initialLeak(),
              configuration.surrogateScale()));
    }
    return trained(layers, neurons, stage);
  }

  private SpikingNetwork converted(AnnNetwork ann, AgentStage stage, Environment environment) {
    ThresholdBalancing balancing =
        ThresholdBalancing.keepingScale(
            configuration.conversion().balancing(), configuration.surrogateScale());
    Tensor met = new MetObservations(configuration, environment).by(ann);
    return trained(ann.layers(), balancing.balance(ann.layers(), met, stage.timesteps()), stage);
  }

  /**
   * The output adds up over an observation's timesteps: with others than before, its weights take
   * up the ratio, so that the values stay what they were.
   */
  private static void scaleOutput(Synapses output, float factor) {
    Scalar scale = new Scalar(factor);
    FloatTensors.withoutGradient(
        () -> {
          output.parameters().forEach(parameter -> parameter.mul_(scale));
          return output;
        });
  }

  private SpikingNetwork trained(
      List<WeightedLayer> layers, List<SpikingNeurons> neurons, AgentStage stage) {
    return new SpikingNetwork(
        layers, neurons, stage.timesteps(), Precision.FLOAT32, stage.spikePenalty());
  }
}
