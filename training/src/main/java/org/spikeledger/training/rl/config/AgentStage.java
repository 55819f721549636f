package org.spikeledger.training.rl.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.training.config.ChainedStage;
import org.spikeledger.training.config.Rules;

/**
 * One stage of an agent's training.
 *
 * @param name unique in the run
 * @param timesteps an observation takes in the SNN; 0 trains the ANN
 * @param membranes what becomes of potentials between environment steps
 * @param from see {@link ChainedStage#from}
 * @param initialThreshold of an SNN with random weights
 * @param initialLeak of an SNN with random weights, and of one that begins to carry membranes; 0..1
 * @param thresholdScale multiplies the thresholds that the stage starts with: fewer timesteps need
 *     lower ones (Rathi and Roy 2020 take 0.2 to 0.3 of a percentile)
 * @param spikePenalty strength of the spike-rate regulariser; 0 for none
 * @param steps of the environment at most
 * @param learningRate of Adam
 * @param exploration how often a random action is taken
 * @param targetReward mean reward of an evaluation that ends the stage early
 * @param export whether the stage's network is written as a .nir file
 */
@JsonIgnoreProperties(value = "ann", allowGetters = true)
public record AgentStage(
    String name,
    int timesteps,
    StateRule membranes,
    String from,
    double initialThreshold,
    double initialLeak,
    double thresholdScale,
    double spikePenalty,
    int steps,
    double learningRate,
    Exploration exploration,
    double targetReward,
    boolean export)
    implements ChainedStage {

  /** Refuses values out of range. */
  public AgentStage {
    Rules.requireStage(name, timesteps, from, export, spikePenalty);
    Rules.require(
        membranes == StateRule.ZEROED || timesteps > 0,
        "an ANN carries no membranes",
        "membranes",
        membranes);
    Rules.require(initialThreshold > 0, "it is positive", "initialThreshold", initialThreshold);
    Rules.require(
        initialLeak >= 0 && initialLeak <= 1, "it lies in 0..1", "initialLeak", initialLeak);
    Rules.require(thresholdScale > 0, "a scale is positive", "thresholdScale", thresholdScale);
    Rules.require(steps > 0, "it is positive", "steps", steps);
    Rules.require(learningRate > 0, "a rate is positive", "learningRate", learningRate);
  }

  /** The same with no more than the name of a file, whose folder means nothing elsewhere. */
  AgentStage withoutFolder() {
    return new AgentStage(
        name,
        timesteps,
        membranes,
        fromWithoutFolder(),
        initialThreshold,
        initialLeak,
        thresholdScale,
        spikePenalty,
        steps,
        learningRate,
        exploration,
        targetReward,
        export);
  }

  /** Whether potentials are carried from one environment step to the next. */
  public boolean carries() {
    return membranes == StateRule.CARRIED;
  }
}
