package org.spikeledger.training.config;

import java.util.List;

/**
 * Everything that decides a training run; the same file and seed on the same machine with one
 * thread give the same weights.
 *
 * @param name of the network, used in file names: letters, digits, hyphens
 * @param seed of every random choice: initial weights, order of images, augmentation, dropout
 * @param dataset where the images come from
 * @param normalisation what turns a pixel into the first layer's current
 * @param augmentation how training images are varied
 * @param network the layers
 * @param surrogateScale height of the surrogate gradient's triangle, e.g. 0.3
 * @param precision of the products of convolutions and linear layers while training
 * @param threads for libtorch and the neurons; 1 makes a run repeatable
 * @param conversion from ANN to SNN
 * @param stages run in order, each from the weights of the one before
 * @param export how the network is written
 * @param output folder for checkpoints, metrics and networks
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
    String output) {

  /** Copies the list and checks the rules that span fields. */
  public TrainingConfiguration {
    Rules.require(name.matches("[A-Za-z0-9-]+"), "name has letters, digits, hyphens", "name", name);
    Rules.require(surrogateScale > 0, "the scale is positive", "surrogateScale", surrogateScale);
    Rules.require(threads > 0, "there is at least one thread", "threads", threads);
    stages = List.copyOf(stages);
    Rules.require(!stages.isEmpty(), "there is at least one stage", "stages", "[]");
    Rules.require(
        stages.getFirst().isAnn(),
        "the first stage trains the ANN (timesteps 0)",
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
  }
}
