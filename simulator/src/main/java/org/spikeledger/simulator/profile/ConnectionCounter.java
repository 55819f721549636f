package org.spikeledger.simulator.profile;

import java.util.BitSet;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.count.ConnectionFacts;

/** Adds up what arrives at one connection, timestep by timestep. One thread uses it. */
final class ConnectionCounter {

  private final ConnectionFacts facts;
  private final WeightRows rows;
  private final BitSet used;
  private long calls;
  private long events;
  private long crossings;
  private long effectiveCrossings;
  private long weightsUsedOnce;
  private long spikingCalls;
  private long spikingCrossings;
  private long signedEffectiveCrossings;
  private long twoValuedCalls;
  private double twoValuedMeans;

  ConnectionCounter(Graph graph, ConnectionFacts facts) {
    this.facts = facts;
    this.rows =
        WeightRows.of(
            (Connection) graph.node(facts.name()),
            graph.inputShape(facts.name()),
            graph.shape(facts.name()));
    this.used = new BitSet(rows.rows());
  }

  ConnectionFacts facts() {
    return facts;
  }

  /** Books the values of a timestep. */
  void count(float[] values) {
    long before = crossings;
    long beforeEffective = effectiveCrossings;
    CallValues kind = new CallValues();
    used.clear();
    for (int i = 0; i < values.length; i++) {
      kind.add(values[i]);
      if (values[i] != 0f) {
        events++;
        rows.of(i, this::cross);
      }
    }
    calls++;
    used.stream().forEach(row -> weightsUsedOnce += rows.width(row));
    if (kind.isSpiking()) {
      spikingCalls++;
      spikingCrossings += crossings - before;
    }
    if (kind.isSigned()) {
      signedEffectiveCrossings += effectiveCrossings - beforeEffective;
    }
    if (kind.isTwoValued()) {
      twoValuedCalls++;
      twoValuedMeans += kind.mean();
    }
  }

  private void cross(int row) {
    crossings += rows.width(row);
    effectiveCrossings += rows.nonZero(row);
    used.set(row);
  }

  ConnectionActivity snapshot() {
    return new ConnectionActivity(
        facts,
        calls,
        events,
        crossings,
        effectiveCrossings,
        weightsUsedOnce,
        spikingCalls,
        spikingCrossings,
        signedEffectiveCrossings,
        twoValuedCalls,
        twoValuedMeans);
  }
}
