package org.spikeledger.simulator.energy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;

/**
 * One layer's counts as means an inference, with what the populations before it sent. All that
 * events cause can be scaled by one factor, as if every spike rate were so many times what was
 * measured.
 *
 * @param facts of the layer
 * @param counts of the whole network
 * @param inferences how many were summed
 * @param incoming what came through each connection
 * @param sourceSpikes of the populations before, an inference, by the measured rates
 * @param sourceNeurons of the populations before
 * @param sourcesFire whether all populations before have spike rates; integrators have none
 * @param factor on all rates; 1 as measured
 */
record LayerActivity(
    LayerFacts facts,
    Counts counts,
    long inferences,
    List<Incoming> incoming,
    double sourceSpikes,
    long sourceNeurons,
    boolean sourcesFire,
    double factor) {

  /**
   * What came through one connection, as a mean an inference.
   *
   * @param facts of the connection
   * @param spikes of the populations before it
   * @param neurons of these populations
   */
  record Incoming(ConnectionFacts facts, double spikes, long neurons) {

    /** Spikes a neuron an inference; 0 where no population is before. */
    double rate() {
      return neurons == 0 ? 0 : spikes / neurons;
    }
  }

  static List<LayerActivity> of(CountedActivity activity) {
    Map<String, LayerFacts> byName = new HashMap<>();
    activity.layers().forEach(each -> byName.put(each.layer().name(), each));
    return activity.layers().stream()
        .map(each -> of(each, activity, new Populations(byName, activity)))
        .toList();
  }

  private static LayerActivity of(
      LayerFacts facts, CountedActivity activity, Populations populations) {
    List<Incoming> incoming =
        activity.connections().stream()
            .filter(each -> each.layer().equals(facts.layer().name()))
            .map(
                each ->
                    new Incoming(
                        each,
                        populations.spikes(each.sources()),
                        populations.neurons(each.sources())))
            .toList();
    return new LayerActivity(
        facts,
        activity.counts(),
        activity.inferences(),
        incoming,
        populations.spikes(facts.sources()),
        populations.neurons(facts.sources()),
        populations.allFire(facts.sources()),
        1);
  }

  /** The same if every spike rate were so many times what it is. */
  LayerActivity scaled(double by) {
    return new LayerActivity(
        facts,
        counts,
        inferences,
        incoming.stream()
            .map(each -> new Incoming(each.facts(), by * each.spikes(), each.neurons()))
            .toList(),
        by * sourceSpikes,
        sourceNeurons,
        sourcesFire,
        by * factor);
  }

  /** A counter; its part that events cause is scaled. */
  double mean(Primitive primitive) {
    double counted = counted(primitive);
    return switch (primitive) {
      case DIRECT_MULTIPLY_ACCUMULATES -> counted;
      case MULTIPLY_ACCUMULATES -> {
        double direct = counted(Primitive.DIRECT_MULTIPLY_ACCUMULATES);
        yield direct + factor * (counted - direct);
      }
      default -> factor * counted;
    };
  }

  private double counted(Primitive primitive) {
    return (double) counts.layer(facts.layer().index(), primitive) / inferences;
  }

  /** Spikes of the populations before, once for each connection that they reach. */
  double spikesBefore() {
    return incoming.isEmpty()
        ? sourceSpikes
        : incoming.stream().mapToDouble(Incoming::spikes).sum();
  }

  /** Spikes a neuron an inference, over all populations before the layer. */
  double sourceRate() {
    return sourceSpikes / sourceNeurons;
  }

  /**
   * Multiply-accumulates of the directly encoded input in one pass: the dense ones, as in the ANN;
   * in a layer that a population or a Delay feeds too, those counted.
   */
  double directOperations() {
    return readsImageAlone()
        ? facts.denseOperations()
        : counted(Primitive.DIRECT_MULTIPLY_ACCUMULATES);
  }

  /** Whether nothing but a directly encoded input arrives, and that undelayed. */
  boolean readsImageAlone() {
    return facts.directlyEncoded()
        && facts.sources().isEmpty()
        && incoming.stream().allMatch(each -> each.facts().directlyEncoded());
  }

  /** Reads and writes of potentials; the part that events cause is scaled, at most to N*T each. */
  double membraneAccesses(MembraneAccess model) {
    double all = (double) model.of(facts, counts, inferences).total() / inferences;
    double fixed = (double) model.whateverFires(facts, counts, inferences).total() / inferences;
    double scaled = fixed + factor * (all - fixed);
    return model == MembraneAccess.LAZY ? Math.min(scaled, 2.0 * neuronTimesteps()) : scaled;
  }

  /** N*T. */
  double neuronTimesteps() {
    return (double) facts.layer().neurons() * timesteps();
  }

  int timesteps() {
    return counts.timesteps();
  }

  /** Spikes and neurons of several populations together. */
  private record Populations(Map<String, LayerFacts> byName, CountedActivity activity) {

    double spikes(List<String> names) {
      return (double)
              names.stream()
                  .mapToLong(
                      name ->
                          activity
                              .counts()
                              .layer(byName.get(name).layer().index(), Primitive.SPIKES))
                  .sum()
          / activity.inferences();
    }

    boolean allFire(List<String> names) {
      return names.stream().allMatch(name -> byName.get(name).fires());
    }

    long neurons(List<String> names) {
      return names.stream().mapToLong(name -> byName.get(name).layer().neurons()).sum();
    }
  }
}
