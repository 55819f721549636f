package org.spikeledger.simulator.energy;

import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;

/** A layer's buffers and what one access to a word in each costs, in pJ. */
record Buffers(OperationCosts model, LayerFacts facts) {

  double weightPj() {
    return price(facts.weights(), model.wordBits().weight());
  }

  double activationInPj() {
    return price(facts.inputs(), model.wordBits().activation());
  }

  double activationOutPj() {
    return price(facts.layer().neurons(), model.wordBits().activation());
  }

  double eventInPj() {
    return price(facts.inputs(), model.wordBits().event());
  }

  double eventOutPj() {
    return price(facts.layer().neurons(), model.wordBits().event());
  }

  double potentialPj() {
    return price(facts.layer().neurons(), model.wordBits().potential());
  }

  /** Weights and inputs of dense operations, so many a pass. */
  MemoryPj densePass(double operations, int passes, Reuse reuse) {
    return new MemoryPj(
        passes * reuse.reads(operations, (double) facts.weights()) * weightPj(),
        passes * reuse.reads(operations, (double) facts.inputs()) * activationInPj(),
        0,
        0,
        0);
  }

  double snnOutputsPj(LayerActivity activity) {
    return facts.layer().isOutput()
        ? facts.layer().neurons() * activationOutPj()
        : activity.mean(Primitive.SPIKES) * eventOutPj();
  }

  private double price(long words, int bits) {
    return model.memory().wordPj(words, bits);
  }
}
