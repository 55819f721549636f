package org.spikeledger.simulator.run;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
  private final MeanOverInferences[] spikes;
  private final MeanOverInferences[] operations;
  private final MeanOverInferences allOperations = new MeanOverInferences();
  private long samples;
  private long labelled;
  private long right;

  SummaryBuilder(List<LayerFacts> facts, int timesteps) {
    this.facts = facts;
    total = new Counters(facts.size(), timesteps);
    spikes = means(facts.size());
    operations = means(facts.size());
  }

  private static MeanOverInferences[] means(int number) {
    return Stream.generate(MeanOverInferences::new)
        .limit(number)
        .toArray(MeanOverInferences[]::new);
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
    double all = 0;
    for (int layer = 0; layer < facts.size(); layer++) {
      double fired = sum(record.counters(), layer, Primitive.SPIKES);
      spikes[layer].add(fired / facts.get(layer).layer().neurons());
      double done = synapticOperations(record.counters(), layer);
      operations[layer].add(done);
      all += done;
    }
    allOperations.add(all);
  }

  private static double synapticOperations(Counters counters, int layer) {
    return sum(counters, layer, Primitive.ACCUMULATES)
        + sum(counters, layer, Primitive.MULTIPLY_ACCUMULATES)
        - sum(counters, layer, Primitive.DIRECT_MULTIPLY_ACCUMULATES);
  }

  private static double sum(Counters counters, int layer, Primitive primitive) {
    long sum = 0;
    for (int t = 0; t < counters.timesteps(); t++) {
      sum += counters.get(layer, t, primitive);
    }
    return sum;
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
    return Arrays.stream(spikes)
        .map(each -> new SpikeStatistics(each.mean(), each.standardError()))
        .toList();
  }

  OperationStatistics operations() {
    return new OperationStatistics(
        Arrays.stream(operations).map(MeanOverInferences::standardError).toList(),
        allOperations.standardError());
  }
}
