package org.spikeledger.simulator.agent;

import java.util.HexFormat;
import java.util.List;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.MembraneAccess.Access;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.RunDigest;
import org.spikeledger.simulator.energy.CountedActivity;

/**
 * What all episodes of an agent gave. Figures a step are means over all environment steps.
 *
 * @param network the agent's
 * @param environment its name
 * @param episodes in the order of their seeds
 * @param counts summed over all environment steps, by timestep of a step
 * @param threads that played
 * @param wallSeconds from the first step to the last
 */
public record EpisodeSummary(
    AgentNetwork network,
    String environment,
    List<PlayedEpisode> episodes,
    Counts counts,
    int threads,
    double wallSeconds) {

  /** Copies what can change. */
  public EpisodeSummary {
    episodes = List.copyOf(episodes);
  }

  /** SHA-256 over the episodes' digests in order, 64 hexadecimal digits. */
  public String digest() {
    RunDigest digest = new RunDigest();
    episodes.forEach(each -> digest.add(HexFormat.of().parseHex(each.digest())));
    return digest.finish();
  }

  /** Environment steps of all episodes. */
  public long steps() {
    return episodes.stream().mapToLong(PlayedEpisode::steps).sum();
  }

  /** The mean reward of an episode. */
  public double meanReward() {
    return episodes.stream().mapToDouble(PlayedEpisode::reward).sum() / episodes.size();
  }

  /** The standard deviation of an episode's reward, of a sample; 0 for a single episode. */
  public double rewardDeviation() {
    double mean = meanReward();
    double squares =
        episodes.stream()
            .mapToDouble(each -> (each.reward() - mean) * (each.reward() - mean))
            .sum();
    return episodes.size() < 2 ? 0 : Math.sqrt(squares / (episodes.size() - 1));
  }

  /** Spikes a neuron of a layer an environment step. */
  public double spikesPerNeuronPerStep(LayerFacts layer) {
    return (double) counts.layer(layer.layer().index(), Primitive.SPIKES)
        / layer.layer().neurons()
        / steps();
  }

  /** Neurons of all layers that fire; integrators do not. */
  public long spikingNeurons() {
    return network.facts().stream()
        .filter(LayerFacts::fires)
        .mapToLong(each -> each.layer().neurons())
        .sum();
  }

  /** Spikes a neuron an environment step over all layers that fire; 0 where none does. */
  public double spikesPerNeuronPerStep() {
    long neurons = spikingNeurons();
    return neurons == 0 ? 0 : (double) counts.total(Primitive.SPIKES) / neurons / steps();
  }

  /**
   * Reads and writes of the potentials of some layers in all episodes. Carried, the state is zero
   * only at an episode's start and not needed only after its end, so that is all that can be
   * elided.
   */
  public Access membraneAccesses(List<LayerFacts> layers, MembraneAccess model) {
    Access sum = new Access(0, 0);
    for (LayerFacts layer : layers) {
      sum = sum.plus(membraneAccesses(layer, model));
    }
    return sum;
  }

  private Access membraneAccesses(LayerFacts layer, MembraneAccess model) {
    if (model == MembraneAccess.ELIDED && network.settings().state() == StateRule.CARRIED) {
      long timesteps = steps() * network.settings().timesteps() - episodes.size();
      long accesses = layer.layer().neurons() * timesteps;
      return new Access(accesses, accesses);
    }
    return model.of(layer, counts, steps());
  }

  /** What energy is charged for: an environment step as the inference. */
  public CountedActivity activity() {
    return CountedActivity.of(network.graph(), ValueKind.ANALOG, counts, steps());
  }
}
