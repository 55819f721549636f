package org.spikeledger.tools.cli.paper;

import org.spikeledger.simulator.energy.Baseline;

/**
 * The spike rate at which an SNN and an ANN with matched activations cost the same, by the
 * assumptions that Spyx publishes with its table (kmheckel/spyx, honest_energy_accounting): prices
 * of Yan, Bai and Wong (22 nm) for what the SNN does, of Horowitz (45 nm) scaled by width for the
 * ANN's multiply-accumulates.
 */
final class SpyxCrossover {

  static final String FORMULA =
      "s with T*s*W*(E_acc + 8*20) + T*H*E_cmp + T*s*H*E_sub + 2*T*M*8*0.25 = W*(E_mac(b) + b*20)"
          + " + 2*M*E_cmp + A*b*0.25, b = ceil(log2(T + 1)), E_mac(b) = 3.7*(b/32)^2 + 0.9*b/32";

  static final String ASSUMPTIONS =
      "every weight from DRAM at 20 pJ a bit on both sides, the SNN's of 8 bits, the ANN's of b;"
          + " potentials of 8 bits on chip, 0.25 pJ a bit; accumulate = compare = subtract ="
          + " 0.05448 pJ; one rate for input and hidden layer";

  private static final int INPUTS = 256;
  private static final int HIDDEN = 128;
  private static final int OUTPUTS = 10;
  private static final double ACCUMULATE_PJ = 0.05448;
  private static final double DRAM_PJ_PER_BIT = 20;
  private static final double ON_CHIP_PJ_PER_BIT = 0.25;
  private static final int SNN_BITS = 8;

  private SpyxCrossover() {}

  /** The rate, spikes a neuron a timestep. */
  static double rate(int timesteps) {
    double fixed = snnPj(0, timesteps);
    return (annPj(timesteps) - fixed) / (snnPj(1, timesteps) - fixed);
  }

  private static double snnPj(double rate, int timesteps) {
    double operations = timesteps * rate * weights();
    return operations * (ACCUMULATE_PJ + SNN_BITS * DRAM_PJ_PER_BIT)
        + timesteps * HIDDEN * (1 + rate) * ACCUMULATE_PJ
        + 2 * timesteps * states() * SNN_BITS * ON_CHIP_PJ_PER_BIT;
  }

  private static double annPj(int timesteps) {
    int bits = Baseline.bits(timesteps);
    double multiplyAccumulatePj = 3.7 * Math.pow(bits / 32.0, 2) + 0.9 * bits / 32;
    return weights() * (multiplyAccumulatePj + bits * DRAM_PJ_PER_BIT)
        + 2 * states() * ACCUMULATE_PJ
        + (INPUTS + states()) * bits * ON_CHIP_PJ_PER_BIT;
  }

  private static double weights() {
    return INPUTS * HIDDEN + HIDDEN * OUTPUTS;
  }

  private static double states() {
    return HIDDEN + OUTPUTS;
  }
}
