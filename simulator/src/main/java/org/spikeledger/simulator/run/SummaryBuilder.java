package org.spikeledger.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.RunDigest;
import org.spikeledger.simulator.engine.InferenceRecord;

/** Adds up a run, inference by inference, on the thread that receives them. */
final class SummaryBuilder implements InferenceListener {

  private final List<LayerFacts> facts;
  private final RunDigest digest = new RunDigest();
  private final Counters total;
  private final double[] spikeSum;
  private final double[] spikeSquareSum;
  private long samples;
  private long labelled;
  private long right;

  SummaryBuilder(List<LayerFacts> facts, int timesteps) {
    this.facts = facts;
    total = new Counters(facts.size(), timesteps);
    spikeSum = new double[facts.size()];
    spikeSquareSum = new double[facts.size()];
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    samples++;
    digest.add(record.digest());
    total.addAll(record.counters());
    if (label >= 0) {
      labelled++;
      right += record.prediction() == label ? 1 : 0;
    }
    for (int layer = 0; layer < facts.size(); layer++) {
      double perNeuron = spikes(record.counters(), layer) / facts.get(layer).layer().neurons();
      spikeSum[layer] += perNeuron;
      spikeSquareSum[layer] += perNeuron * perNeuron;
    }
  }

  private static double spikes(Counters counters, int layer) {
    long spikes = 0;
    for (int t = 0; t < counters.timesteps(); t++) {
      spikes += counters.get(layer, t, Primitive.SPIKES);
    }
    return spikes;
  }

  String digest() {
    return digest.finish();
  }

  long samples() {
    return samples;
  }

  Counts counts() {
    return total.snapshot();
  }

  OptionalDouble accuracy() {
    return labelled == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / labelled);
  }

  OptionalDouble accuracyStandardError() {
    if (labelled == 0) {
      return OptionalDouble.empty();
    }
    double share = (double) right / labelled;
    return OptionalDouble.of(Math.sqrt(share * (1 - share) / labelled));
  }

  List<SpikeStatistics> spikes() {
    List<SpikeStatistics> statistics = new ArrayList<>();
    for (int layer = 0; layer < facts.size(); layer++) {
      double mean = spikeSum[layer] / samples;
      double variance =
          samples < 2
              ? 0
              : Math.max(0, (spikeSquareSum[layer] - samples * mean * mean) / (samples - 1));
      statistics.add(new SpikeStatistics(mean, Math.sqrt(variance / samples)));
    }
    return statistics;
  }
}
