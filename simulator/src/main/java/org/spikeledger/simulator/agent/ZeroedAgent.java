package org.spikeledger.simulator.agent;

import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/** An agent without a memory: each environment step is an inference of its own. */
final class ZeroedAgent implements Agent {

  private final Engine engine;
  private final ObservationEncoder encoder;
  private final InferenceRecord record;
  private InferenceListener told;
  private long steps;

  ZeroedAgent(Engine engine, ObservationEncoder encoder) {
    this.engine = engine;
    this.encoder = encoder;
    this.record = engine.newRecord();
  }

  @Override
  public void begin(InferenceListener listener) {
    told = listener;
    steps = 0;
  }

  @Override
  public float[] values(float[] observation) {
    engine.run(steps++, encoder.direct(observation), record);
    told.onInference(record, -1);
    return record.output();
  }

  @Override
  public void finish() {
    told = null;
  }
}
