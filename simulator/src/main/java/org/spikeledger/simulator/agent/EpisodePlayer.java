package org.spikeledger.simulator.agent;

import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.Step;
import org.spikeledger.simulator.digest.RunDigest;
import org.spikeledger.simulator.engine.InferenceRecord;

/** Plays episodes with one agent in one environment; one thread's. */
final class EpisodePlayer {

  private final Agent agent;
  private final Environment environment;
  private final StepCounts counts;
  private final float[] observation;

  /** A player in an environment that its caller closes. */
  EpisodePlayer(AgentNetwork network, Environment environment) {
    this.agent = network.newAgent();
    this.environment = environment;
    this.counts = new StepCounts(network);
    this.observation = new float[environment.observationShape().size()];
  }

  PlayedEpisode play(long seed, EpisodeListener listener) {
    RunDigest digest = new RunDigest();
    agent.begin((record, label) -> told(record, label, digest, listener));
    environment.reset(seed, observation);
    double reward = 0;
    int steps = 0;
    Step step;
    do {
      float[] values = agent.values(observation);
      int action = Agent.best(values);
      float[] seen = observation.clone();
      step = environment.step(action, observation);
      listener.onStep(seen, values, action, step);
      reward += step.reward();
      steps++;
    } while (!step.ended());
    agent.finish();
    return new PlayedEpisode(seed, steps, reward, step.truncated(), digest.finish());
  }

  private void told(InferenceRecord record, int label, RunDigest digest, EpisodeListener listener) {
    digest.add(record.digest());
    counts.onInference(record, label);
    listener.onInference(record, label);
  }

  /** What all episodes so far counted. */
  StepCounts counts() {
    return counts;
  }
}
