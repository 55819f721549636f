package org.spikeledger.training.rl.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.spikeledger.training.rl.act.Rewards;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.zoo.Origin;

/**
 * What stands beside a trained agent.
 *
 * @param name of the network, that of its file without the ending
 * @param file in the same folder
 * @param sha256 of the file, 64 hexadecimal digits
 * @param environment that it was trained and measured in
 * @param timesteps T of an environment step
 * @param stateBetweenEnvironmentSteps carried or zeroed
 * @param reward of the stored file in the simulator
 * @param firstSeed of the measured episodes; each further one's is one more
 * @param measured how
 * @param fingerprint of network and settings
 * @param digest of the measured episodes
 * @param spikesPerNeuronPerStep over all hidden neurons and environment steps, in the simulator
 * @param layers in order
 * @param agreement with libtorch on observations of one episode
 * @param seed of the training
 * @param startedFrom the file with which the first of the stages started; null where there was none
 * @param trainingSteps of the environment in the stages that led to this network
 * @param configuration all that decided the training, without folders
 */
@JsonPropertyOrder({"name", "file", "sha256", "environment", "timesteps", "reward"})
public record AgentCard(
    String name,
    String file,
    String sha256,
    String environment,
    int timesteps,
    String stateBetweenEnvironmentSteps,
    Rewards reward,
    long firstSeed,
    String measured,
    String fingerprint,
    String digest,
    double spikesPerNeuronPerStep,
    List<AgentLayer> layers,
    StepAgreement agreement,
    long seed,
    @JsonInclude(JsonInclude.Include.NON_NULL) Origin startedFrom,
    long trainingSteps,
    AgentConfiguration configuration) {

  /** Copies the list. */
  public AgentCard {
    layers = List.copyOf(layers);
  }

  /**
   * One layer of neurons.
   *
   * @param name of its node
   * @param neurons how many
   * @param spikesPerNeuronPerStep mean over all environment steps
   */
  public record AgentLayer(String name, int neurons, double spikesPerNeuronPerStep) {}
}
