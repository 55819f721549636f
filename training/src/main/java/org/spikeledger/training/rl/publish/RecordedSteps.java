package org.spikeledger.training.rl.publish;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.spikeledger.models.environment.Step;
import org.spikeledger.simulator.agent.EpisodeListener;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/** Keeps the first steps of an episode: observations, action values, spikes by timestep. */
final class RecordedSteps implements EpisodeListener {
  private final int most;
  private final List<float[]> observations = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<List<BitSet>> spikes = new ArrayList<>();

  RecordedSteps(int most) {
    this.most = most;
  }

  @Override
  public void onStep(float[] observation, float[] actionValues, int action, Step step) {
    if (observations.size() < most) {
      observations.add(observation.clone());
      values.add(actionValues.clone());
    }
  }

  /** A whole episode where state is carried, else one environment step. */
  @Override
  public void onInference(InferenceRecord record, int label) {
    SpikeLog log = record.spikes();
    for (int t = 0; t < log.timesteps(); t++) {
      List<BitSet> layers = new ArrayList<>();
      for (int layer = 0; layer < log.layers() - 1; layer++) {
        layers.add(firing(log, t, layer));
      }
      spikes.add(layers);
    }
  }

  private static BitSet firing(SpikeLog log, int timestep, int layer) {
    BitSet firing = new BitSet();
    for (int i = 0; i < log.count(timestep, layer); i++) {
      firing.set(log.index(timestep, layer, i));
    }
    return firing;
  }

  int steps() {
    return observations.size();
  }

  float[] observation(int step) {
    return observations.get(step);
  }

  float[] values(int step) {
    return values.get(step);
  }

  /** Canonical indices of the neurons that fired, timesteps counted through all steps. */
  BitSet firing(int timestep, int layer) {
    return spikes.get(timestep).get(layer);
  }
}
