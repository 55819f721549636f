package org.spikeledger.simulator.agent;

import java.util.Arrays;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.run.Episode;
import org.spikeledger.simulator.run.InferenceListener;

/** An agent whose state goes on from step to step: an episode is one inference. */
final class CarriedAgent implements Agent {

  private final Episode episode;
  private final ObservationEncoder encoder;
  private final int timesteps;
  private final float[] values;
  private InferenceListener told;

  CarriedAgent(Episode episode, ObservationEncoder encoder, int timesteps, int actions) {
    this.episode = episode;
    this.encoder = encoder;
    this.timesteps = timesteps;
    this.values = new float[actions];
  }

  @Override
  public void begin(InferenceListener listener) {
    told = listener;
    if (episode.steps() > 0) {
      episode.finish(0);
    }
  }

  @Override
  public float[] values(float[] observation) {
    EventInput input = encoder.events(observation);
    Arrays.fill(values, 0);
    for (int t = 0; t < timesteps; t++) {
      episode.step(input);
      float[] current = episode.outputCurrent();
      for (int i = 0; i < values.length; i++) {
        values[i] += current[i];
      }
    }
    return values;
  }

  @Override
  public void finish() {
    told.onInference(episode.finish(0), -1);
  }
}
