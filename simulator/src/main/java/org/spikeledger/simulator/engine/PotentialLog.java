package org.spikeledger.simulator.engine;

import java.util.List;

/**
 * Membrane potentials after reset of chosen neurons, by timestep. Written by the thread that runs
 * the inference, read by anyone once it is complete; the next inference overwrites all of them.
 */
public final class PotentialLog implements Probe {

  private final List<ProbedLayer> probes;
  private final int[][] neurons;
  private final float[][] values;

  /** Zero everywhere, for the neurons of these layers. */
  public PotentialLog(List<ProbedLayer> probes, int timesteps) {
    this.probes = List.copyOf(probes);
    this.neurons = new int[probes.size()][];
    this.values = new float[probes.size()][];
    for (int i = 0; i < neurons.length; i++) {
      neurons[i] = probes.get(i).neurons().stream().mapToInt(Integer::intValue).toArray();
      values[i] = new float[Math.multiplyExact(neurons[i].length, timesteps)];
    }
  }

  /** Whose potentials are kept. */
  public List<ProbedLayer> probes() {
    return probes;
  }

  @Override
  public void potentialsAfterReset(int timestep, int layer, Potentials potentials) {
    for (int probe = 0; probe < neurons.length; probe++) {
      if (probes.get(probe).layer() == layer) {
        int first = timestep * neurons[probe].length;
        for (int i = 0; i < neurons[probe].length; i++) {
          values[probe][first + i] = potentials.get(neurons[probe][i]);
        }
      }
    }
  }

  /** Sets a potential, as when it is read back from a trace. */
  public void set(int timestep, int probe, int i, float potential) {
    values[probe][timestep * neurons[probe].length + i] = potential;
  }

  /**
   * A potential.
   *
   * @param timestep from 0
   * @param probe its place among {@link #probes}
   * @param i the neuron's place in its probe
   */
  public float get(int timestep, int probe, int i) {
    return values[probe][timestep * neurons[probe].length + i];
  }
}
