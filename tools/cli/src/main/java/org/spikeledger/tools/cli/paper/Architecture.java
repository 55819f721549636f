package org.spikeledger.tools.cli.paper;

import java.util.List;
import org.spikeledger.simulator.energy.OperationPrices;

/**
 * One of the paper's networks by its counts alone, without weights.
 *
 * @param name such as {@code VGG16, 32x32, 10 classes}
 * @param stages connection by connection
 */
record Architecture(String name, List<Stage> stages) {

  /**
   * A connection and the neurons behind it.
   *
   * @param name of the stage
   * @param multiplyAccumulates k*k*Cin*Hout*Wout*Cout of a convolution, Nin*Nout of a linear layer
   * @param neurons that fire behind it; 0 where its sum goes on to another or to the output
   */
  record Stage(String name, long multiplyAccumulates, long neurons) {}

  Architecture {
    stages = List.copyOf(stages);
  }

  long multiplyAccumulates() {
    return stages.stream().mapToLong(Stage::multiplyAccumulates).sum();
  }

  /** Of the stage that reads the image. */
  long firstMultiplyAccumulates() {
    return stages.getFirst().multiplyAccumulates();
  }

  long neurons() {
    return stages.stream().mapToLong(Stage::neurons).sum();
  }

  /** alpha where every population gives so many spikes a neuron an inference. */
  double alphaAt(double rate, OperationPrices prices) {
    return alphaAt(List.of(rate), prices);
  }

  /**
   * alpha where each population has a rate of its own.
   *
   * @param rates spikes a neuron an inference behind the first stage, the second, and so on; the
   *     last one holds for all that follow
   * @param prices of operations
   */
  double alphaAt(List<Double> rates, OperationPrices prices) {
    double accumulates = 0;
    for (int i = 1; i < stages.size(); i++) {
      double before = rates.get(Math.min(i, rates.size()) - 1);
      accumulates += before * stages.get(i).multiplyAccumulates();
    }
    double first = firstMultiplyAccumulates() * prices.multiplyAccumulatePj();
    return multiplyAccumulates()
        * prices.multiplyAccumulatePj()
        / (first + accumulates * prices.accumulatePj());
  }

  /** alpha without a single spike; alpha over it is the first layer's share of the SNN's energy. */
  double ceiling() {
    return (double) multiplyAccumulates() / firstMultiplyAccumulates();
  }

  /** The rate at which alpha would be this: a fit, never a measurement. */
  double rateOf(double alpha, OperationPrices prices) {
    double all = multiplyAccumulates() * prices.multiplyAccumulatePj();
    double first = firstMultiplyAccumulates() * prices.multiplyAccumulatePj();
    double events = (multiplyAccumulates() - firstMultiplyAccumulates()) * prices.accumulatePj();
    return (all / alpha - first) / events;
  }
}
