package org.spikeledger.simulator.count;

import java.util.List;

/**
 * How often a layer's membrane potentials are read and written: pure functions of the primitives
 * and the graph, one constant an access model. N is the layer's neurons, T the timesteps of all
 * inferences counted, I the inferences. A potential read and written back is one read and one
 * write.
 *
 * <p>EVERY_EVENT and LEMAIRE hold where each connection of the layer feeds its population directly
 * and no other: a connection's operations stand in one row only.
 */
public enum MembraneAccess {
  /** Every neuron in every timestep: reads = writes = N*T. */
  EVERY_TIMESTEP("everyTimestep", "N*T reads, N*T writes") {
    @Override
    Access of(Layered layer) {
      return Access.both(layer.neuronTimesteps());
    }

    @Override
    Access whateverFires(Layered layer) {
      return of(layer);
    }
  },
  /**
   * Every neuron in every timestep, but the first read (the state is zero) and the last write (it
   * is not needed again) fall away: reads = writes = N*(T-1); nothing at T = 1.
   */
  ELIDED("elided", "N*(T-1) reads, N*(T-1) writes") {
    @Override
    Access of(Layered layer) {
      return Access.both(layer.neuronTimesteps() - layer.neurons() * layer.inferences());
    }

    @Override
    Access whateverFires(Layered layer) {
      return of(layer);
    }
  },
  /**
   * One read and one write a synaptic operation. Where the leak is not 1, or a bias, drift or
   * directly encoded current is there, N*T more; elsewhere one more for each neuron that has to be
   * looked at only because it fired in the last timestep (visited - touched).
   */
  EVERY_EVENT("everyEvent", "synapticOperations + (N*T or visited - touched), each") {
    @Override
    Access of(Layered layer) {
      long operations = layer.counts().synapticOperations(layer.index());
      return Access.both(
          operations
              + (layer.happensToAll()
                  ? layer.neuronTimesteps()
                  : layer.sum(Primitive.VISITED) - layer.sum(Primitive.TOUCHED)));
    }

    @Override
    Access whateverFires(Layered layer) {
      return Access.both(layer.happensToAll() ? layer.neuronTimesteps() : 0);
    }
  },
  /**
   * Lemaire et al. 2022 (arXiv 2210.13107): an event accesses Cout*k*k potentials, borders and
   * stride ignored (Nout for a linear layer), and every neuron once more a timestep. A directly
   * encoded input goes down his ANN path and adds no potential access.
   */
  LEMAIRE("lemaire", "eventsIn * fan-out without borders + N*T, each") {
    @Override
    Access of(Layered layer) {
      return Access.both(layer.sum(Primitive.BORDERLESS_FAN_OUT) + layer.neuronTimesteps());
    }

    @Override
    Access whateverFires(Layered layer) {
      return Access.both(layer.neuronTimesteps());
    }
  },
  /**
   * Only neurons that have to be looked at: visited reads and writes. Each also keeps the timestep
   * of its last visit, one more word read and written, which is not counted here.
   */
  LAZY("lazy", "visited reads, visited writes; one timestamp each besides") {
    @Override
    Access of(Layered layer) {
      return Access.both(layer.sum(Primitive.VISITED));
    }

    @Override
    Access whateverFires(Layered layer) {
      boolean visitsAll = layer.facts().directlyEncoded() || layer.facts().biased();
      return Access.both(visitsAll ? layer.sum(Primitive.VISITED) : 0);
    }
  };

  private final String key;
  private final String formula;

  MembraneAccess(String key, String formula) {
    this.key = key;
    this.formula = formula;
  }

  /** The name in JSON and tables. */
  public String key() {
    return key;
  }

  /** The formula in words, for reports. */
  public String formula() {
    return formula;
  }

  /**
   * The accesses of a layer.
   *
   * @param facts of the layer
   * @param counts of one inference, or summed over several
   * @param inferences how many were summed, at least 1
   */
  public Access of(LayerFacts facts, Counts counts, long inferences) {
    return of(new Layered(facts, counts, inferences));
  }

  /** The sum of the accesses of some layers, as of each. */
  public Access of(List<LayerFacts> layers, Counts counts, long inferences) {
    return layers.stream()
        .map(facts -> of(facts, counts, inferences))
        .reduce(Access.both(0), Access::plus);
  }

  /**
   * The part of the accesses that is there whatever fires; the rest follows the events.
   *
   * @param facts of the layer
   * @param counts of one inference, or summed over several
   * @param inferences how many were summed, at least 1
   */
  public Access whateverFires(LayerFacts facts, Counts counts, long inferences) {
    return whateverFires(new Layered(facts, counts, inferences));
  }

  abstract Access of(Layered layer);

  abstract Access whateverFires(Layered layer);

  /**
   * Reads and writes of membrane potentials.
   *
   * @param reads words read
   * @param writes words written
   */
  public record Access(long reads, long writes) {

    static Access both(long number) {
      return new Access(number, number);
    }

    /** Reads and writes together. */
    public long total() {
      return reads + writes;
    }

    /** The sum of two. */
    public Access plus(Access other) {
      return new Access(reads + other.reads, writes + other.writes);
    }
  }

  record Layered(LayerFacts facts, Counts counts, long inferences) {

    /** Whether something happens to every neuron in every timestep. */
    boolean happensToAll() {
      return facts.leaks() || facts.biased() || facts.directlyEncoded();
    }

    int index() {
      return facts.layer().index();
    }

    long neurons() {
      return facts.layer().neurons();
    }

    long neuronTimesteps() {
      return neurons() * counts.timesteps() * inferences;
    }

    long sum(Primitive primitive) {
      return counts.layer(index(), primitive);
    }
  }
}
