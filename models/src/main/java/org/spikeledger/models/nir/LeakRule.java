package org.spikeledger.models.nir;

/**
 * How the equation of a leaky neuron, {@code tau v' = (v_leak - v) + r I}, becomes one timestep
 * {@code U = leak U + gain I + drift}. Simulators differ here. With {@code x = dt / tau}:
 */
public enum LeakRule {
  /** leak = 1 - x, gain = r x, drift = v_leak x (Norse, snnTorch, Lava, SpiNNaker2). */
  EULER {
    @Override
    double leak(double x) {
      return 1 - x;
    }

    @Override
    double gain(double x) {
      return x;
    }

    @Override
    double drift(double x) {
      return x;
    }
  },

  /** leak = exp(-x), gain = r (1 - exp(-x)), drift = v_leak (1 - exp(-x)) (Nengo). */
  EXACT_EXPONENTIAL {
    @Override
    double leak(double x) {
      return Math.exp(-x);
    }

    @Override
    double gain(double x) {
      return -Math.expm1(-x);
    }

    @Override
    double drift(double x) {
      return -Math.expm1(-x);
    }
  },

  /** leak = exp(-x), gain = r x, drift = v_leak (1 - exp(-x)) (sinabs, Rockpool). */
  EXPONENTIAL_EULER_GAIN {
    @Override
    double leak(double x) {
      return Math.exp(-x);
    }

    @Override
    double gain(double x) {
      return x;
    }

    @Override
    double drift(double x) {
      return -Math.expm1(-x);
    }
  };

  /** What is kept of the membrane potential. */
  abstract double leak(double x);

  /** The factor of r. */
  abstract double gain(double x);

  /** The factor of v_leak. */
  abstract double drift(double x);
}
