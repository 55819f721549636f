package org.spikeledger.training.stages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.training.adopt.GraphAdoption;
import org.spikeledger.training.adopt.NormalisationRestoring;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.conversion.Conversion;
import org.spikeledger.training.conversion.NormalisationFolding;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.EpochOrder;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.layers.WeightedLayer;

/** Makes the network of a stage: from nothing, a file, the stage before, or to be filled. */
final class Networks {
  private final TrainingConfiguration configuration;
  private final Shape imageShape;

  Networks(TrainingConfiguration configuration, Shape imageShape) {
    this.configuration = configuration;
    this.imageShape = imageShape;
  }

  /**
   * Networks to be trained on images.
   *
   * @throws BadInputException where the output has fewer units than the images have classes
   */
  static Networks of(TrainingConfiguration configuration, Dataset training) {
    if (configuration.network().layers().getLast() instanceof LayerConfiguration.Linear output
        && output.units() < training.classes()) {
      throw new BadInputException(
          "the network has an output a class: units=%d classes=%d dataset=%s"
              .formatted(output.units(), training.classes(), training.name()));
    }
    return new Networks(configuration, training.imageShape());
  }

  /** The untrained ANN. */
  AnnNetwork initial() {
    List<WeightedLayer> layers =
        InitialLayers.make(
            configuration.network(),
            imageShape,
            RandomStreams.initialWeights(configuration.seed()));
    return AnnNetwork.initial(
        layers, configuration.network().batchNormalisation(), configuration.precision());
  }

  /**
   * The network with which a stage starts that comes after no other.
   *
   * @param batches of the training images, for the balancing of thresholds
   */
  Trainable first(int stage, BatchMaker batches) {
    if (stage(stage).isAnn()) {
      return initial();
    }
    if (stage(stage).isFromFile()) {
      return forStage(ofFile(stage, batches), stage);
    }
    return forStage(
        stage(stage).initialThreshold() > 0
            ? untrained(stage, (float) stage(stage).initialThreshold())
            : convert(initial(), batches, stage(stage).timesteps()),
        stage);
  }

  private SpikingNetwork ofFile(int stage, BatchMaker batches) {
    Graph graph = NirReader.read(Path.of(stage(stage).from()), ImportOptions.DEFAULT).graph();
    SpikingNetwork folded = untrained(stage, 1f, NormalisationFolding.fold(initial().layers()));
    SpikingNetwork adopted = GraphAdoption.adopt(graph, folded, imageShape);
    boolean normalises =
        configuration.network().batchNormalisation()
            && configuration.conversion().keepsNormalisation();
    return normalises ? NormalisationRestoring.restore(adopted, conversionBatch(batches)) : adopted;
  }

  /**
   * The network with which a stage starts that comes after another.
   *
   * @param previous last network of the stage before, whose tensors may become the new one's
   * @param batches of the training images, for the balancing of thresholds
   */
  Trainable successor(int stage, Trainable previous, BatchMaker batches) {
    return switch (previous) {
      case AnnNetwork ann -> forStage(convert(ann, batches, stage(stage).timesteps()), stage);
      case SpikingNetwork spiking -> forStage(spiking, stage);
      default -> throw new IllegalArgumentException("no successor of " + previous);
    };
  }

  /** A network of the stage's shape whose values are still to be filled. */
  Trainable empty(int stage) {
    return stage(stage).isAnn() ? initial() : forStage(untrained(stage, 1f), stage);
  }

  /** The last network of a stage. */
  Trainable stored(int stage, CheckpointFile file) {
    Trainable network = empty(stage);
    file.readNetwork(network.state());
    return network;
  }

  private SpikingNetwork convert(AnnNetwork ann, BatchMaker batches, int timesteps) {
    return Conversion.convert(
        ann,
        configuration.conversion(),
        configuration.surrogateScale(),
        configuration.precision(),
        conversionBatch(batches),
        timesteps);
  }

  /** Drawn from all images: a dataset may hold one class after another. */
  private Tensor conversionBatch(BatchMaker batches) {
    SplittableRandom random = RandomStreams.of(configuration.seed(), RandomStreams.CONVERSION, 0);
    int drawn = configuration.conversion().images();
    return batches.plain(new EpochOrder(batches.size(), drawn, random).batch(0)).images();
  }

  private SpikingNetwork untrained(int stage, float threshold) {
    return untrained(
        stage,
        threshold,
        configuration.conversion().keepsNormalisation()
            ? initial().layers()
            : NormalisationFolding.fold(initial().layers()));
  }

  private SpikingNetwork untrained(int stage, float threshold, List<WeightedLayer> layers) {
    List<SpikingNeurons> neurons = new ArrayList<>();
    for (int i = 0; i < layers.size() - 1; i++) {
      neurons.add(SpikingNeurons.of(threshold, 1f, configuration.surrogateScale()));
    }
    return new SpikingNetwork(layers, neurons, stage(stage).timesteps(), configuration.precision());
  }

  /** The same weights and neurons, to be trained as the stage says. */
  private SpikingNetwork forStage(SpikingNetwork network, int stage) {
    return new SpikingNetwork(
        network.layers(),
        network.neurons(),
        stage(stage).timesteps(),
        configuration.precision(),
        stage(stage).spikePenalty());
  }

  private StageConfiguration stage(int index) {
    return configuration.stages().get(index);
  }
}
