package org.spikeledger.training.config;

import java.util.List;
import java.util.Optional;

/**
 * Everything that decides a training run; in the deterministic mode the same file and seed give the
 * same weights on the same machine.
 *
 * @param name of the network, used in file names: letters, digits, hyphens
 * @param seed of every random choice: initial weights, order of images, augmentation, dropout
 * @param dataset where the images come from
 * @param normalisation what turns a pixel into the first layer's current
 * @param augmentation how training images are varied
 * @param network the layers
 * @param surrogateScale height of the surrogate gradient's triangle, e.g. 0.3
 * @param precision of the products of convolutions and linear layers while training
 * @param threads for libtorch
 * @param conversion from ANN to SNN
 * @param stages run in order, each from the last network of an earlier one
 * @param export how the network is written
 * @param output folder for checkpoints, metrics and networks
 * @param deterministic whether libtorch may only use what gives the same bits every time
 */
public record TrainingConfiguration(
    String name,
    long seed,
    DatasetConfiguration dataset,
    Normalisation normalisation,
    Augmentation augmentation,
    NetworkConfiguration network,
    double surrogateScale,
    Precision precision,
    int threads,
    ConversionConfiguration conversion,
    List<StageConfiguration> stages,
    ExportConfiguration export,
    String output,
    boolean deterministic) {

  /** Copies the list and checks the rules that span fields. */
  public TrainingConfiguration {
    Rules.requireName(name);
    Rules.require(surrogateScale > 0, "the scale is positive", "surrogateScale", surrogateScale);
    Rules.require(threads > 0, "there is at least one thread", "threads", threads);
    StageChain<StageConfiguration> chain = new StageChain<>(stages);
    stages = chain.stages();
    for (int i = 0; i < stages.size(); i++) {
      String teacher = stages.get(i).teacher();
      int index = chain.index(teacher);
      Rules.require(
          teacher.isEmpty() || (index >= 0 && index < i),
          "an earlier stage teaches",
          "stages[" + i + "].teacher",
          teacher);
    }
  }

  /** The same with all images from one dataset, named as on the command line. */
  public TrainingConfiguration withData(String name) {
    return with(
        new DatasetConfiguration(name, name, dataset.source(), dataset.licence()), stages, output);
  }

  /** The same as it may be shown to others: without folders of this machine. */
  public TrainingConfiguration withoutFolders() {
    return with(
        dataset.withoutFolders(),
        stages.stream().map(StageConfiguration::withoutFolder).toList(),
        "out/training/" + name);
  }

  private TrainingConfiguration with(
      DatasetConfiguration otherDataset, List<StageConfiguration> otherStages, String otherOutput) {
    return new TrainingConfiguration(
        name,
        seed,
        otherDataset,
        normalisation,
        augmentation,
        network,
        surrogateScale,
        precision,
        threads,
        conversion,
        otherStages,
        export,
        otherOutput,
        deterministic);
  }

  /** Index of the stage whose last network a stage starts with; -1 where it starts with none. */
  public int predecessor(int stage) {
    return new StageChain<>(stages).predecessor(stage);
  }

  /** Index of the stage whose last network teaches a stage; empty where the labels do. */
  public Optional<Integer> teacher(int stage) {
    String teacher = stages.get(stage).teacher();
    return teacher.isEmpty()
        ? Optional.empty()
        : Optional.of(new StageChain<>(stages).index(teacher));
  }

  /** The stages that a stage goes back to, first to last, itself included. */
  public List<StageConfiguration> lineage(StageConfiguration stage) {
    return new StageChain<>(stages).lineage(stage);
  }
}
