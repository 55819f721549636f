package org.spikeledger.training.config;

import java.util.ArrayList;
import java.util.List;

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
    Rules.require(name.matches("[A-Za-z0-9-]+"), "name has letters, digits, hyphens", "name", name);
    Rules.require(surrogateScale > 0, "the scale is positive", "surrogateScale", surrogateScale);
    Rules.require(threads > 0, "there is at least one thread", "threads", threads);
    stages = List.copyOf(stages);
    Rules.require(!stages.isEmpty(), "there is at least one stage", "stages", "[]");
    Rules.require(
        stages.getFirst().isAnn() || stages.getFirst().isRandom(),
        "the first stage trains the ANN (timesteps 0) or starts from random weights",
        "stages[0].timesteps",
        stages.getFirst().timesteps());
    Rules.require(
        stages.stream().map(StageConfiguration::name).distinct().count() == stages.size(),
        "every stage has its own name",
        "stages",
        stages.stream().map(StageConfiguration::name).toList());
    Rules.require(
        stages.stream().skip(1).noneMatch(StageConfiguration::isAnn),
        "only the first stage has timesteps 0",
        "stages",
        stages.stream().map(StageConfiguration::timesteps).toList());
    for (int i = 0; i < stages.size(); i++) {
      String from = stages.get(i).from();
      Rules.require(
          from.isEmpty() || stages.get(i).isRandom() || index(stages.subList(0, i), from) >= 0,
          "a stage starts from an earlier one",
          "stages[" + i + "].from",
          from);
    }
  }

  /** The same with all images from one dataset, named as on the command line. */
  public TrainingConfiguration withData(String name) {
    return with(new DatasetConfiguration(name, name, dataset.source(), dataset.licence()), output);
  }

  /** The same with another output folder. */
  public TrainingConfiguration withOutput(String folder) {
    return with(dataset, folder);
  }

  private TrainingConfiguration with(DatasetConfiguration otherDataset, String otherOutput) {
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
        stages,
        export,
        otherOutput,
        deterministic);
  }

  /** Index of the stage whose last network a stage starts with; -1 where it starts with none. */
  public int predecessor(int stage) {
    String from = stages.get(stage).from();
    if (stage == 0 || stages.get(stage).isRandom()) {
      return -1;
    }
    return from.isEmpty() ? stage - 1 : index(stages, from);
  }

  /** The stages that a stage goes back to, first to last, itself included. */
  public List<StageConfiguration> lineage(StageConfiguration stage) {
    List<StageConfiguration> lineage = new ArrayList<>();
    for (int i = stages.indexOf(stage); i >= 0; i = predecessor(i)) {
      lineage.addFirst(stages.get(i));
    }
    return lineage;
  }

  private static int index(List<StageConfiguration> stages, String name) {
    return stages.stream().map(StageConfiguration::name).toList().indexOf(name);
  }
}
