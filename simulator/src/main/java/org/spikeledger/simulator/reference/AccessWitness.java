package org.spikeledger.simulator.reference;

import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * Runs one layer once more by the schedule of one membrane-access model, on a potential array whose
 * every load and store is counted. It has to arrive at the potentials of the plain simulation; what
 * it counted is the witness for the model's formula.
 *
 * <p>Holds where every connection of the layer feeds its population directly and no other.
 */
abstract class AccessWitness {

  /** Counts nothing. */
  static final AccessWitness NONE =
      new AccessWitness(null) {
        @Override
        void synapse(int target) {}

        @Override
        void run(int timestep, float[] current, boolean[] visited) {}
      };

  private final PotentialMemory memory;

  AccessWitness(PotentialMemory memory) {
    this.memory = memory;
  }

  /** The schedule of a model for a layer; T is the timesteps of an inference. */
  static AccessWitness of(
      MembraneAccess model, Graph graph, Layer layer, ValueKind input, int timesteps) {
    Dynamics dynamics = Dynamics.of(graph.node(layer.name()));
    PotentialMemory memory = new PotentialMemory(layer.neurons());
    boolean everyTimestep = new EveryTimestep(graph, input).in(layer);
    return switch (model) {
      case EVERY_TIMESTEP -> new EveryTimestepWitness(memory, dynamics);
      case ELIDED -> new ElidedWitness(memory, dynamics, timesteps);
      case EVERY_EVENT -> new EveryEventWitness(memory, dynamics, everyTimestep);
      case LEMAIRE -> new LemaireWitness(memory, dynamics);
      case LAZY -> new LazyWitness(memory, dynamics);
    };
  }

  /** An event goes over a synapse onto a target, or to {@link Synapses#NOWHERE}. */
  abstract void synapse(int target);

  abstract void run(int timestep, float[] current, boolean[] visited);

  void begin() {
    if (memory != null) {
      memory.begin();
    }
  }

  /** All events of the timestep have come; the potentials after reset have to be these. */
  final void endTimestep(int timestep, float[] current, boolean[] visited, float[] expected) {
    run(timestep, current, visited);
    if (memory != null) {
      check(timestep, expected);
    }
  }

  /** Loads and stores so far, over all inferences. */
  MembraneAccess.Access counted() {
    return new MembraneAccess.Access(memory.loads(), memory.stores());
  }

  /** The potential that the schedule would give for a neuron if it were asked now. */
  float now(int neuron, int timestep) {
    return memory.peek(neuron);
  }

  private void check(int timestep, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      float now = now(i, timestep);
      if (Float.floatToRawIntBits(now) != Float.floatToRawIntBits(expected[i])) {
        throw new IllegalStateException(
            "%s keeps the potentials of the plain simulation: neuron=%d timestep=%d has=%s expected=%s"
                .formatted(getClass().getSimpleName(), i, timestep, now, expected[i]));
      }
    }
  }

  static float step(Dynamics dynamics, int neuron, float potential, float current) {
    float integrated = dynamics.integrate(neuron, potential, current);
    return dynamics.reset(neuron, integrated, dynamics.fire(neuron, integrated));
  }
}
