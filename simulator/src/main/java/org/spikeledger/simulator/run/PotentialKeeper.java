package org.spikeledger.simulator.run;

import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.engine.Probe;

/** Keeps the potentials that were asked for in the record that is being filled; one thread's. */
final class PotentialKeeper implements Probe {

  private final RunSettings settings;
  private Probe target = Probe.NONE;

  PotentialKeeper(RunSettings settings) {
    this.settings = settings;
  }

  @Override
  public void potentialsAfterReset(int timestep, int layer, Potentials potentials) {
    target.potentialsAfterReset(timestep, layer, potentials);
  }

  /** The engine that this watches, with records that keep potentials. */
  Engine around(Engine engine) {
    return new Engine() {
      @Override
      public void run(long sample, EncodedInput input, InferenceRecord record) {
        target = record.potentials();
        engine.run(sample, input, record);
      }

      @Override
      public InferenceRecord newRecord() {
        PotentialLog log = new PotentialLog(settings.probes(), settings.timesteps());
        return engine.newRecord().keeping(log);
      }
    };
  }
}
