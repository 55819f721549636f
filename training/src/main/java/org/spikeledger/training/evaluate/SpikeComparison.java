package org.spikeledger.training.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * Compares the spikes of one image in libtorch with the simulator's, neuron by neuron.
 *
 * <p>Both use float32, but libtorch adds in an order of its own. So a potential that lies within
 * rounding of its threshold may fall on either side. {@link #origins} are the disagreements that
 * nothing earlier explains: their margins show whether rounding is the reason.
 *
 * @param layerTimesteps pairs of layer and timestep that were compared
 * @param differing pairs whose sets of spikes differ
 * @param disagreements neurons and timesteps in which they differ, in all layers
 * @param origins those in the first layer that has any, at its first differing timestep
 */
public record SpikeComparison(
    int layerTimesteps, int differing, int disagreements, List<Disagreement> origins) {

  /** Copies the list. */
  public SpikeComparison {
    origins = List.copyOf(origins);
  }

  /** Whether every spike is the same. */
  public boolean agrees() {
    return disagreements == 0;
  }

  /**
   * Compares.
   *
   * @throws BadInputException where the two have not the same layers or timesteps
   */
  public static SpikeComparison of(LibtorchInference expected, SpikeLog actual) {
    int layers = expected.layers().size();
    if (actual.layers() != layers + 1 || actual.timesteps() != expected.timesteps()) {
      throw new BadInputException(
          "compared runs have the same layers and timesteps: layers=%d/%d timesteps=%d/%d"
              .formatted(layers, actual.layers() - 1, expected.timesteps(), actual.timesteps()));
    }
    int differing = 0;
    int disagreements = 0;
    List<Disagreement> origins = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (int timestep = 0; timestep < expected.timesteps(); timestep++) {
        List<Disagreement> found = compare(layer, timestep, expected.layers().get(layer), actual);
        differing += found.isEmpty() ? 0 : 1;
        disagreements += found.size();
        if (origins.isEmpty()) {
          origins.addAll(found);
        }
      }
    }
    return new SpikeComparison(layers * expected.timesteps(), differing, disagreements, origins);
  }

  private static List<Disagreement> compare(
      int layer, int timestep, LayerTrace expected, SpikeLog actual) {
    BitSet fired = new BitSet(expected.neurons());
    for (int i = 0; i < actual.count(timestep, layer); i++) {
      fired.set(actual.index(timestep, layer, i));
    }
    List<Disagreement> found = new ArrayList<>();
    for (int neuron = 0; neuron < expected.neurons(); neuron++) {
      if (fired.get(neuron) != expected.fired(timestep, neuron)) {
        float potential = expected.potential(timestep, neuron);
        found.add(new Disagreement(layer, timestep, neuron, potential, expected.threshold()));
      }
    }
    return found;
  }
}
