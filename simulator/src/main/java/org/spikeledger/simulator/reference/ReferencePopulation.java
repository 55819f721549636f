package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.engine.SpikeLog;

/** The neurons of one layer, or the output: plain arrays by NIR index. */
final class ReferencePopulation implements Potentials {

  private final Layer layer;
  private final CanonicalOrder order;
  private final Dynamics dynamics;
  private final Optional<SynapticCurrent> synapse;
  private final boolean sendsPotentials;
  private final float amplitude;
  private final Tensor scale;
  private final float[] potentials;
  private final int[] fired;

  ReferencePopulation(Graph graph, Layer layer) {
    this.layer = layer;
    order = CanonicalOrder.of(graph.shape(layer.name()));
    Node node = graph.node(layer.name());
    dynamics = Dynamics.of(node);
    synapse =
        node instanceof Population population
            ? population.synapse().map(each -> new SynapticCurrent(each, layer.neurons()))
            : Optional.empty();
    sendsPotentials = node instanceof Integrator;
    amplitude = node instanceof Neuron neuron ? neuron.firing().amplitude() : 1f;
    scale = node instanceof Output output ? output.scale() : Tensor.scalar(1f);
    potentials = new float[layer.neurons()];
    fired = new int[layer.neurons()];
  }

  Layer layer() {
    return layer;
  }

  void begin() {
    Arrays.fill(potentials, 0f);
    Arrays.fill(fired, 0);
    synapse.ifPresent(SynapticCurrent::begin);
  }

  /** One timestep, neuron by neuron. */
  List<Event> update(
      float[] arriving, Arrivals arrivals, Ledger ledger, SpikeLog spikes, AccessWitness witness) {
    boolean[] visited = new boolean[potentials.length];
    for (int i = 0; i < potentials.length; i++) {
      visited[i] =
          arrivals.touched(i)
              || fired[i] > 0
              || arrivals.biased(i)
              || dynamics.drifts(i)
              || hasState(i);
    }
    float[] current = synapse.map(each -> each.step(arriving)).orElse(arriving);
    for (int i = 0; i < potentials.length; i++) {
      book(i, visited[i], arrivals, ledger);
      float before = potentials[i];
      float potential = dynamics.integrate(i, before, current[i]);
      fired[i] = dynamics.fire(i, potential);
      potentials[i] = dynamics.reset(i, potential, fired[i]);
      if (Float.floatToRawIntBits(potentials[i]) != Float.floatToRawIntBits(before)) {
        ledger.add(Primitive.UPDATED, 1);
      }
    }
    witness.endTimestep(ledger.timestep(), current, visited, potentials);
    List<Event> sent = send(ledger, spikes);
    return sendsPotentials ? new Signal.Currents(potentials).events(order) : sent;
  }

  /** Whether the neuron has to be looked at although nothing happens to it from outside. */
  private boolean hasState(int i) {
    return synapse.map(each -> each.flows(i)).orElse(false)
        || (sendsPotentials && potentials[i] != 0f);
  }

  private void book(int i, boolean visited, Arrivals arrivals, Ledger ledger) {
    if (arrivals.touched(i)) {
      ledger.add(Primitive.TOUCHED, 1);
    }
    if (arrivals.effectivelyTouched(i)) {
      ledger.add(Primitive.EFFECTIVE_TOUCHED, 1);
    }
    if (visited) {
      ledger.add(Primitive.VISITED, 1);
    }
  }

  private List<Event> send(Ledger ledger, SpikeLog spikes) {
    List<Event> events = new ArrayList<>();
    int[] firing = new int[potentials.length];
    int[] numbers = new int[potentials.length];
    for (int i = 0; i < potentials.length; i++) {
      int index = order.toNir(i);
      if (fired[index] > 0) {
        firing[events.size()] = i;
        numbers[events.size()] = fired[index];
        events.add(new Event(index, fired[index] * amplitude, 1));
        ledger.add(Primitive.SPIKES, fired[index]);
      }
    }
    spikes.append(firing, numbers, events.size());
    return events;
  }

  void copyTo(float[] output) {
    for (int i = 0; i < output.length; i++) {
      float one = scale.get(order.toNir(i));
      output[i] = one == 1f ? get(i) : one * get(i);
    }
  }

  @Override
  public int size() {
    return potentials.length;
  }

  @Override
  public float get(int canonicalIndex) {
    return potentials[order.toNir(canonicalIndex)];
  }
}
