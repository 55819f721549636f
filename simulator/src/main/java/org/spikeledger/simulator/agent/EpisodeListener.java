package org.spikeledger.simulator.agent;

import org.spikeledger.models.environment.Step;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/** Watches one episode, on the thread that plays it. Arrays are valid during the call. */
public interface EpisodeListener extends InferenceListener {

  /** Watches nothing. */
  EpisodeListener NONE =
      new EpisodeListener() {
        @Override
        public void onStep(float[] observation, float[] values, int action, Step step) {}

        @Override
        public void onInference(InferenceRecord record, int label) {}
      };

  /**
   * An environment step was taken.
   *
   * @param observation what the agent saw
   * @param values each action's
   * @param action that was taken
   * @param step what came of it
   */
  void onStep(float[] observation, float[] values, int action, Step step);
}
