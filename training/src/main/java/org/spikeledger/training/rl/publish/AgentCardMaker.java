package org.spikeledger.training.rl.publish;

import java.util.List;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.simulator.agent.AgentNetwork;
import org.spikeledger.simulator.agent.AgentSettings;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.agent.Episodes;
import org.spikeledger.simulator.agent.PlaySettings;
import org.spikeledger.simulator.agent.PlayedEpisode;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.training.rl.act.Rewards;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.run.AgentMetrics;
import org.spikeledger.training.zoo.Origin;
import org.spikeledger.training.zoo.StoredNetwork;

/** Measures stored agents: by the simulator over whole episodes, and against libtorch on one. */
final class AgentCardMaker {
  private static final int EPISODES = 100;
  private static final long FIRST_SEED = 1_000_000;
  private static final String MEASURED =
      "the stored file, read back, in the event engine, float32, over " + EPISODES + " episodes";

  private final AgentConfiguration configuration;
  private final EnvironmentSpecification environment;
  private final int compared;

  AgentCardMaker(
      AgentConfiguration configuration, EnvironmentSpecification environment, int compared) {
    this.configuration = configuration;
    this.environment = environment;
    this.compared = compared;
  }

  AgentCard card(StoredNetwork stored, AgentStage stage, Origin origin) {
    AgentNetwork network =
        new AgentNetwork(
            stored.graph(),
            new AgentSettings(stage.timesteps(), stage.membranes(), KernelChoice.AUTO));
    RecordedSteps recorded = new RecordedSteps(compared);
    EpisodeSummary played =
        Episodes.play(
            network,
            environment,
            new PlaySettings(FIRST_SEED, EPISODES, configuration.threads()),
            recorded,
            _ -> {});
    return new AgentCard(
        stored.name(),
        stored.fileName(),
        stored.sha256(),
        environment.toString(),
        stage.timesteps(),
        stage.membranes().key(),
        rewards(played),
        FIRST_SEED,
        MEASURED,
        network.fingerprint(),
        played.digest(),
        played.spikesPerNeuronPerStep(),
        layers(played),
        StepComparison.of(stored.graph(), stage.timesteps(), stage.carries(), recorded),
        configuration.seed(),
        origin,
        AgentMetrics.read(configuration).steps(configuration.chain().lineage(stage)),
        configuration.withoutFolders());
  }

  private static Rewards rewards(EpisodeSummary played) {
    return Rewards.of(played.episodes().stream().mapToDouble(PlayedEpisode::reward).toArray());
  }

  private static List<AgentCard.AgentLayer> layers(EpisodeSummary played) {
    return played.network().facts().stream()
        .filter(LayerFacts::fires)
        .map(
            facts ->
                new AgentCard.AgentLayer(
                    facts.layer().name(),
                    facts.layer().neurons(),
                    played.spikesPerNeuronPerStep(facts)))
        .toList();
  }
}
