package org.spikeledger.simulator.energy;

import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * What a layer's memory accesses cost, as a mean an inference, by what is stored. Every layer has
 * buffers of its own: W weights, X inputs, and N outputs, potentials and stored currents; the size
 * of each sets its price. D are the dense operations, O those that events cause, E the events that
 * arrive, S the layer's spikes.
 *
 * <pre>
 *              ANN                          SNN, events                    SNN, directly encoded
 * weights      NONE D, IDEAL min(D, W)      NONE O, IDEAL min(O, W*T)      the ANN's, a pass
 * inputs       NONE D, IDEAL min(D, X)      NONE O, IDEAL min(O, E)        the ANN's, a pass
 * outputs      N                            S; the output layer N          S
 * potentials   -                            by the access model; LAZY with one timestamp each
 * currents     -                            -                              N*T where kept and T > 1
 * </pre>
 *
 * <p>An event is one word (address and value) in a queue with room for one an input. Sums of the
 * ANN stay in a register; pooling costs nothing on either side. A current that is kept is written
 * once and read at the T-1 later timesteps. Potentials follow the access model's counts whatever
 * the pooled-input rule is.
 *
 * @param weights in pJ
 * @param inputs events, activations and pixels read, in pJ
 * @param outputs spikes and activations written, in pJ
 * @param potentials reads and writes, in pJ
 * @param currents of a directly encoded layer, kept over the timesteps, in pJ
 */
public record MemoryPj(
    double weights, double inputs, double outputs, double potentials, double currents) {

  /** The formula in words, for reports. */
  public static final String FORMULA =
      "buffers by layer: weights, inputs, outputs, potentials; a read and a write cost the same; an"
          + " event is one word in a queue with room for one an input; spikes are written once, the"
          + " output layer and the ANN write one word a neuron; the ANN's sums stay in a register;"
          + " a directly encoded current that is kept over T > 1 is written once and read T-1"
          + " times; potentials follow the access model's counts, whatever the pooled-input rule";

  /** All together, in pJ. */
  public double total() {
    return weights + inputs + outputs + potentials + currents;
  }

  /** The sum of two. */
  public MemoryPj plus(MemoryPj other) {
    return new MemoryPj(
        weights + other.weights,
        inputs + other.inputs,
        outputs + other.outputs,
        potentials + other.potentials,
        currents + other.currents);
  }

  static MemoryPj ofAnn(Baseline ann, LayerFacts facts, Reuse reuse) {
    double outputs = facts.layer().neurons() * new Buffers(ann.costs(), facts).activationOutPj();
    return new Buffers(ann.costs(facts), facts)
        .densePass(ann.operations(facts), 1, reuse)
        .plus(new MemoryPj(0, 0, outputs, 0, 0));
  }

  static MemoryPj ofSnn(EnergyModel model, LayerActivity activity, Accounting accounting) {
    LayerFacts facts = activity.facts();
    Buffers buffers = new Buffers(model.snn(), facts);
    Reuse reuse = accounting.reuse();
    int timesteps = activity.timesteps();
    int passes = model.firstLayer().passes(timesteps);
    double operations = accounting.pooledInput().of(activity).total();
    double events = accounting.pooledInput().eventsRead(activity);
    double potentialAccesses =
        activity.membraneAccesses(accounting.membraneAccess())
            * (accounting.membraneAccess() == MembraneAccess.LAZY ? 2 : 1);
    boolean keepsCurrent = facts.directlyEncoded() && passes < timesteps;
    return buffers
        .densePass(activity.directOperations(), passes, reuse)
        .plus(
            new MemoryPj(
                reuse.reads(operations, (double) facts.weights() * timesteps) * buffers.weightPj(),
                reuse.reads(operations, events) * buffers.eventInPj(),
                buffers.snnOutputsPj(activity),
                potentialAccesses * buffers.potentialPj(),
                keepsCurrent ? activity.neuronTimesteps() * buffers.potentialPj() : 0));
  }
}
