package org.spikeledger.traces.format;

import org.spikeledger.simulator.engine.PotentialLog;

/**
 * The potentials section: a float a neuron, after reset; for each timestep, for each probe of the
 * header, its neurons in ascending canonical index.
 */
final class PotentialSection {

  private PotentialSection() {}

  static void write(PotentialLog log, int timesteps, SectionWriter section) {
    for (int t = 0; t < timesteps; t++) {
      for (int probe = 0; probe < log.probes().size(); probe++) {
        for (int i = 0; i < log.probes().get(probe).neurons().size(); i++) {
          section.putFloat(log.get(t, probe, i));
        }
      }
    }
  }

  static void read(SectionReader section, int timesteps, PotentialLog log) {
    for (int t = 0; t < timesteps; t++) {
      for (int probe = 0; probe < log.probes().size(); probe++) {
        for (int i = 0; i < log.probes().get(probe).neurons().size(); i++) {
          log.set(t, probe, i, section.readFloat());
        }
      }
    }
    section.finish();
  }
}
