package org.spikeledger.tools.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.spikeledger.models.environment.Step;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.agent.AgentNetwork;
import org.spikeledger.simulator.agent.EpisodeListener;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * What a page needs to show an episode: what the agent saw, valued and did, and where its layers
 * fired. Bounded: of a long episode only the beginning is kept. Used by the thread that plays, then
 * by the one that writes the page.
 */
public final class EpisodeFootage implements EpisodeListener {

  private static final long MOST_BYTES = 8L << 20;

  private final Shape observation;
  private final List<LayerFootage> layers;
  private final int timesteps;
  private final Observations observations;
  private final FloatBytes values = new FloatBytes();
  private final FloatBytes rewards = new FloatBytes();
  private final ByteArrayOutputStream actions = new ByteArrayOutputStream();
  private int steps;
  private int kept;

  /** Nothing seen yet. */
  public EpisodeFootage(AgentNetwork network) {
    observation = network.graph().shape(network.graph().inputName());
    timesteps = network.settings().timesteps();
    layers =
        network.facts().stream()
            .filter(LayerFacts::fires)
            .map(facts -> new LayerFootage(facts, network.graph().shape(facts.layer().name())))
            .toList();
    observations = new Observations(observation);
  }

  @Override
  public void onStep(float[] seen, float[] stepValues, int action, Step step) {
    boolean all = kept == steps++;
    if (all && bytes() < MOST_BYTES) {
      observations.add(seen);
      for (float value : stepValues) {
        values.add(value);
      }
      rewards.add((float) step.reward());
      actions.write(action);
      actions.write(action >> Byte.SIZE);
      kept++;
    }
  }

  private long bytes() {
    long ofLayers = layers.stream().mapToLong(LayerFootage::cells).sum();
    return observations.size() + values.size() + (ofLayers + 16) * kept;
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    for (int from = 0; from < record.spikes().timesteps(); from += timesteps) {
      for (LayerFootage layer : layers) {
        if (layer.steps() <= kept) {
          layer.add(record.spikes(), from, timesteps);
        }
      }
    }
  }

  /** The shape of what the agent saw. */
  Shape observation() {
    return observation;
  }

  /** The layers that fire, in order. */
  List<LayerFootage> layers() {
    return layers;
  }

  /** Steps of the episode. */
  int steps() {
    return steps;
  }

  /** Steps from the first one that can be shown. */
  int kept() {
    return kept;
  }

  /**
   * Base64: observations, values, rewards, actions, then each layer; as {@code episode.js} reads
   * it.
   */
  List<String> data() {
    List<String> all = new ArrayList<>();
    all.add(observations.base64());
    all.add(values.base64());
    all.add(rewards.base64());
    all.add(Base64.getEncoder().encodeToString(actions.toByteArray()));
    layers.forEach(layer -> all.add(layer.base64()));
    return all;
  }
}
