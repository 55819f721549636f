package org.spikeledger.simulator.profile;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/** Spikes of one layer's neurons, inference by inference. One thread uses it. */
final class LayerHistogram {

  private static final int MOST_SPIKES = 1 << 24;

  private final LayerFacts facts;
  private final int timesteps;
  private final long[] inThisInference;
  private final long[] firedTimesteps;
  private long[] histogram;
  private long inferences;
  private long firedNeurons;
  private long firedAfterTheFirst;

  LayerHistogram(LayerFacts facts, int timesteps) {
    this.facts = facts;
    this.timesteps = timesteps;
    this.inThisInference = new long[facts.layer().neurons()];
    this.firedTimesteps = new long[facts.layer().neurons()];
    this.histogram = new long[timesteps + 1];
  }

  void count(InferenceRecord record) {
    Arrays.fill(inThisInference, 0);
    SpikeLog log = record.spikes();
    int layer = facts.layer().index();
    for (int t = 0; t < timesteps; t++) {
      int fired = log.count(t, layer);
      firedNeurons += fired;
      firedAfterTheFirst += t == 0 ? 0 : fired;
      for (int i = 0; i < fired; i++) {
        inThisInference[log.index(t, layer, i)] += log.spikes(t, layer, i);
        firedTimesteps[log.index(t, layer, i)]++;
      }
    }
    inferences++;
    for (long spikes : inThisInference) {
      if (spikes >= histogram.length) {
        histogram = Arrays.copyOf(histogram, length(spikes));
      }
      histogram[(int) spikes]++;
    }
  }

  private int length(long spikes) {
    if (spikes > MOST_SPIKES) {
      throw new BadInputException(
          "a profile has neurons of at most %d spikes an inference: spikes=%d layer=%s"
              .formatted(MOST_SPIKES, spikes, facts.layer().name()));
    }
    return (int) spikes + 1;
  }

  LayerSpikes snapshot() {
    long always = timesteps * inferences;
    return new LayerSpikes(
        facts,
        Arrays.stream(histogram).boxed().toList(),
        Arrays.stream(firedTimesteps).filter(times -> times == 0).count(),
        Arrays.stream(firedTimesteps).filter(times -> times == always).count(),
        firedNeurons,
        firedAfterTheFirst);
  }
}
