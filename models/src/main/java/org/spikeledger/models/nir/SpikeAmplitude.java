package org.spikeledger.models.nir;

/** The value of a spike where it arrives. Simulators differ here. */
public enum SpikeAmplitude {
  /** 1 (nearly all). */
  ONE,
  /** 1 / dt, so that a spike's integral over its timestep is 1. */
  ONE_PER_TIMESTEP
}
