package org.spikeledger.tools.report;

import java.util.List;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.run.RunSummary;

/**
 * One layer of a run, its counts as means an inference.
 *
 * @param run the whole
 * @param facts of the layer
 */
record LayerRun(RunSummary run, LayerFacts facts) {

  static List<LayerRun> of(RunSummary run) {
    return run.layers().stream().map(facts -> new LayerRun(run, facts)).toList();
  }

  String name() {
    return facts.layer().name();
  }

  boolean spikes() {
    return facts.fires();
  }

  long neurons() {
    return facts.layer().neurons();
  }

  double spikesPerInference() {
    return mean(Primitive.SPIKES);
  }

  double spikesPerNeuronPerInference() {
    return spikesPerInference() / neurons();
  }

  double spikesPerNeuronPerTimestep() {
    return spikesPerNeuronPerInference() / run.timesteps();
  }

  double standardError() {
    return run.spikes().get(facts.layer().index()).standardError();
  }

  double synapticOperations() {
    return (double) run.counts().synapticOperations(facts.layer().index()) / run.samples();
  }

  double multiplyAccumulates() {
    return mean(Primitive.MULTIPLY_ACCUMULATES);
  }

  double membraneReads(MembraneAccess model) {
    return (double) model.of(facts, run.counts(), run.samples()).reads() / run.samples();
  }

  double membraneWrites(MembraneAccess model) {
    return (double) model.of(facts, run.counts(), run.samples()).writes() / run.samples();
  }

  private double mean(Primitive primitive) {
    return (double) run.counts().layer(facts.layer().index(), primitive) / run.samples();
  }
}
