package org.spikeledger.simulator.run;

import org.spikeledger.simulator.digest.InferenceDigest;
import org.spikeledger.simulator.digest.PotentialsDigest;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SteppingEngine;

/**
 * Inferences whose inputs come while they run, as an agent's observations do. State is carried from
 * step to step; {@link #finish} zeroes it. From {@code finish} to {@code finish} it is one
 * inference, with the digest that a run over all its inputs at once would have. Used by one thread.
 */
public final class Episode {

  private final SteppingEngine engine;
  private final PotentialsDigest potentials;
  private final InferenceDigest digest = new InferenceDigest();

  Episode(SteppingEngine engine, PotentialsDigest potentials) {
    this.engine = engine;
    this.potentials = potentials;
  }

  /**
   * Runs one timestep; see {@link SteppingEngine#step}.
   *
   * @return the output's accumulated potentials, valid until the next call
   */
  public float[] step(EventInput input) {
    return engine.step(input);
  }

  /** What the last step added to the output; see {@link SteppingEngine#outputCurrent}. */
  public float[] outputCurrent() {
    return engine.outputCurrent();
  }

  /** How many steps there were since the state was zero. */
  public int steps() {
    return engine.steps();
  }

  /** Ends the inference: its record, complete with its digest. All state is zero afterwards. */
  public InferenceRecord finish(long sample) {
    InferenceRecord record = engine.finish(sample);
    record.complete(digest.of(record, potentials == null ? null : potentials.finish()));
    return record;
  }
}
