package org.spikeledger.training.rl.config;

import java.util.List;
import org.spikeledger.training.config.Rules;
import org.spikeledger.training.config.StageChain;

/**
 * Everything that decides the training of an agent: the same file and seed give the same weights on
 * the same machine.
 *
 * @param name of the network, used in file names: letters, digits, hyphens
 * @param seed of every random choice
 * @param environment as named on the command line, e.g. {@code cartpole}
 * @param observationScale multiplies an observation before the network; at export the first layer's
 *     weights take it up
 * @param network the layers
 * @param surrogateScale height of the surrogate gradient's triangle
 * @param threads for libtorch
 * @param conversion from ANN to SNN
 * @param replay what is remembered
 * @param learning the target of action values
 * @param evaluation when and how the agent is measured
 * @param stages run in order, each from the last network of an earlier one
 * @param mantissaBits kept of every number at export, 1..23
 * @param output folder for checkpoints, metrics and networks
 */
public record AgentConfiguration(
    String name,
    long seed,
    String environment,
    double observationScale,
    AgentNetworkConfiguration network,
    double surrogateScale,
    int threads,
    AgentConversion conversion,
    ReplayConfiguration replay,
    QLearning learning,
    EvaluationConfiguration evaluation,
    List<AgentStage> stages,
    int mantissaBits,
    String output) {

  /** Copies the list and checks the rules that span fields. */
  public AgentConfiguration {
    Rules.requireName(name);
    Rules.require(
        observationScale > 0, "the scale is positive", "observationScale", observationScale);
    Rules.require(surrogateScale > 0, "the scale is positive", "surrogateScale", surrogateScale);
    Rules.require(threads > 0, "there is at least one thread", "threads", threads);
    Rules.require(
        mantissaBits >= 1 && mantissaBits <= 23, "it lies in 1..23", "mantissaBits", mantissaBits);
    stages = new StageChain<>(stages).stages();
  }

  /** The stages as they follow one another. */
  public StageChain<AgentStage> chain() {
    return new StageChain<>(stages);
  }

  /** The same with another seed and output folder. */
  public AgentConfiguration with(long otherSeed, String folder) {
    return with(otherSeed, stages, folder);
  }

  /** The same for a card: without what means nothing on another machine. */
  public AgentConfiguration withoutFolders() {
    return with(
        seed, stages.stream().map(AgentStage::withoutFolder).toList(), "out/training/" + name);
  }

  private AgentConfiguration with(long otherSeed, List<AgentStage> otherStages, String folder) {
    return new AgentConfiguration(
        name,
        otherSeed,
        environment,
        observationScale,
        network,
        surrogateScale,
        threads,
        conversion,
        replay,
        learning,
        evaluation,
        otherStages,
        mantissaBits,
        folder);
  }
}
