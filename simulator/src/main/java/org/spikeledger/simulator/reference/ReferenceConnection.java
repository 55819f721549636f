package org.spikeledger.simulator.reference;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;
import org.spikeledger.simulator.count.Primitive;

/** A connection node: starts from its bias and adds one synapse after the other. */
final class ReferenceConnection {

  private final Synapses synapses;
  private final Shape target;
  private final Optional<Tensor> bias;
  private final boolean accumulates;
  private final boolean constant;
  private final boolean pooled;
  private final boolean[] touched;
  private final boolean[] effectivelyTouched;

  ReferenceConnection(Graph graph, String name, ValueKinds kinds) {
    Connection connection = (Connection) graph.node(name);
    target = graph.shape(name);
    synapses = Synapses.of(connection, graph.inputShape(name), target);
    bias = connection.bias();
    accumulates = kinds.arriving(name) == ValueKind.BINARY;
    constant = kinds.arrivesConstant(name);
    pooled = kinds.arrivesPooled(name);
    touched = new boolean[target.size()];
    effectivelyTouched = new boolean[target.size()];
  }

  /** One timestep: the currents of all targets by NIR index. */
  float[] deliver(List<Event> arriving, Ledger ledger, AccessWitness witness) {
    Arrays.fill(touched, false);
    Arrays.fill(effectivelyTouched, false);
    float[] current = startFromBias();
    Queue<Event> queue = new ArrayDeque<>(arriving);
    while (!queue.isEmpty()) {
      Event event = queue.remove();
      ledger.add(Primitive.EVENTS_IN, 1);
      synapses.from(
          event.index(), (to, weight) -> cross(event, to, weight, current, ledger, witness));
    }
    return current;
  }

  private void cross(
      Event event, int to, float weight, float[] current, Ledger ledger, AccessWitness witness) {
    if (!constant) {
      ledger.add(Primitive.BORDERLESS_FAN_OUT, 1);
      witness.synapse(to);
    }
    if (to == Synapses.NOWHERE) {
      return;
    }
    current[to] += weight * event.value();
    touched[to] = true;
    effectivelyTouched[to] |= weight != 0f;
    ledger.synapse(accumulates, constant, pooled, event.gathered(), weight != 0f);
  }

  boolean touched(int index) {
    return touched[index];
  }

  boolean effectivelyTouched(int index) {
    return effectivelyTouched[index];
  }

  /** Whether this target has a bias that is not zero. */
  boolean biased(int index) {
    return bias.isPresent() && biasOf(index) != 0f;
  }

  private float[] startFromBias() {
    float[] current = new float[target.size()];
    if (bias.isPresent()) {
      for (int i = 0; i < current.length; i++) {
        current[i] = biasOf(i);
      }
    }
    return current;
  }

  private float biasOf(int index) {
    return bias.orElseThrow().get(index / (target.rows() * target.columns()));
  }
}
