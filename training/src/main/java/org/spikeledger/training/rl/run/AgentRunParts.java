package org.spikeledger.training.rl.run;

import org.spikeledger.models.environment.Environment;
import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.progress.MetricsLog;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Agents;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;

/**
 * What all stages of a run use.
 *
 * @param configuration of the run
 * @param environment in which the agent learns
 * @param networks maker of networks
 * @param evaluation that measures
 * @param checkpoints written after every round
 * @param metrics a line a round
 * @param listener is told how it goes
 * @param whole steps that the end of the process waits for
 */
record AgentRunParts(
    AgentConfiguration configuration,
    Environment environment,
    AgentNetworks networks,
    Evaluation evaluation,
    Checkpoints checkpoints,
    MetricsLog metrics,
    RunListener listener,
    WholeSteps whole) {

  Agent agent(Trainable network, AgentStage stage) {
    return Agents.of(
        network, environment.observationShape(), stage.carries(), configuration.observationScale());
  }
}
