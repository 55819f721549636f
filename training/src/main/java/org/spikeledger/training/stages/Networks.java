package org.spikeledger.training.stages;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.conversion.Conversion;
import org.spikeledger.training.conversion.NormalisationFolding;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.layers.WeightedLayer;

/** Makes the network of a stage: from nothing, from the stage before, or to be filled. */
final class Networks {
  private final TrainingConfiguration configuration;
  private final Shape imageShape;

  Networks(TrainingConfiguration configuration, Shape imageShape) {
    this.configuration = configuration;
    this.imageShape = imageShape;
  }

  /** The untrained ANN. */
  AnnNetwork initial() {
    List<WeightedLayer> layers =
        InitialLayers.make(
            configuration.network(),
            imageShape.channels(),
            imageShape.rows(),
            imageShape.columns(),
            RandomStreams.initialWeights(configuration.seed()));
    return AnnNetwork.initial(
        layers, configuration.network().batchNormalisation(), configuration.precision());
  }

  /**
   * The network with which a stage starts, from the last one of the stage before.
   *
   * @param batches of the training images, for the balancing of thresholds
   */
  Trainable successor(int stage, Trainable previous, BatchMaker batches) {
    int timesteps = stage(stage).timesteps();
    return switch (previous) {
      case AnnNetwork ann -> convert(ann, batches, timesteps);
      case SpikingNetwork spiking -> withTimesteps(spiking, timesteps);
      default -> throw new IllegalArgumentException("no successor of " + previous);
    };
  }

  /** A network of the stage's shape whose values are still to be filled. */
  Trainable empty(int stage) {
    AnnNetwork ann = initial();
    return stage(stage).isAnn() ? ann : unbalanced(ann, stage(stage).timesteps());
  }

  /** The last network of a stage. */
  Trainable stored(int stage, CheckpointFile file) {
    Trainable network = empty(stage);
    file.readNetwork(network.state());
    return network;
  }

  private SpikingNetwork convert(AnnNetwork ann, BatchMaker batches, int timesteps) {
    int size = Math.min(configuration.conversion().images(), batches.size());
    Tensor batch = batches.plain(0, size).images();
    return Conversion.convert(
        ann,
        configuration.conversion(),
        configuration.surrogateScale(),
        configuration.precision(),
        batch,
        timesteps);
  }

  private SpikingNetwork unbalanced(AnnNetwork ann, int timesteps) {
    List<WeightedLayer> layers = NormalisationFolding.fold(ann);
    List<SpikingNeurons> neurons = new ArrayList<>();
    for (int i = 0; i < layers.size() - 1; i++) {
      neurons.add(SpikingNeurons.of(1f, 1f, configuration.surrogateScale()));
    }
    return new SpikingNetwork(layers, neurons, timesteps, configuration.precision());
  }

  private SpikingNetwork withTimesteps(SpikingNetwork network, int timesteps) {
    return new SpikingNetwork(
        network.layers(), network.neurons(), timesteps, configuration.precision());
  }

  private StageConfiguration stage(int index) {
    return configuration.stages().get(index);
  }
}
