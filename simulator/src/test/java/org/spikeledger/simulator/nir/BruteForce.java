package org.spikeledger.simulator.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;

/**
 * A chain of nodes as plain loops over every neuron and every tap, in float32: what fires, and how
 * often an event that is not zero meets a synapse.
 */
final class BruteForce {

  private static final int ROWS = 1;
  private static final int COLUMNS = 2;

  private final Graph graph;
  private final SortedMap<String, float[]> potentials = new TreeMap<>();
  private final SortedMap<String, Long> spikes = new TreeMap<>();
  private final SortedMap<String, Long> operations = new TreeMap<>();
  private final SortedMap<String, Long> eventsIn = new TreeMap<>();

  BruteForce(Graph graph) {
    this.graph = graph;
  }

  long spikes(String neuron) {
    return spikes.get(neuron);
  }

  long operations(String connection) {
    return operations.get(connection);
  }

  long eventsIn(String connection) {
    return eventsIn.get(connection);
  }

  /** One timestep; values stand in NIR's order. */
  float[] timestep(float[] input) {
    float[] values = input;
    for (String name : graph.topologicalOrder()) {
      Node node = graph.node(name);
      Shape arriving = graph.inputShape(name);
      values =
          switch (node) {
            case Conv2d conv -> convolve(name, conv, values, arriving);
            case Affine affine -> multiply(name, affine, values);
            case SumPool2d pool -> pool(name, pool, values, arriving);
            case IF neuron -> fire(name, neuron, values);
            default -> values;
          };
    }
    return values;
  }

  private float[] convolve(String name, Conv2d conv, float[] in, Shape from) {
    Shape to = graph.shape(name);
    count(eventsIn, name, nonZero(in));
    float[] out = new float[to.size()];
    for (int c = 0; c < to.channels(); c++) {
      for (int y = 0; y < to.dimension(ROWS); y++) {
        for (int x = 0; x < to.dimension(COLUMNS); x++) {
          out[(c * to.rows() + y) * to.columns() + x] = sum(name, conv, in, from, c, y, x);
        }
      }
    }
    return out;
  }

  private float sum(String name, Conv2d conv, float[] in, Shape from, int c, int y, int x) {
    int kernelRows = conv.kernel().rows();
    int kernelColumns = conv.kernel().columns();
    float sum = conv.bias().map(bias -> bias.get(c)).orElse(0f);
    long met = 0;
    for (int ky = 0; ky < kernelRows; ky++) {
      for (int kx = 0; kx < kernelColumns; kx++) {
        int row = y * conv.stride().rows() - conv.padding().top() + ky;
        int column = x * conv.stride().columns() - conv.padding().left() + kx;
        if (row < 0 || row >= from.rows() || column < 0 || column >= from.columns()) {
          continue;
        }
        for (int channel = 0; channel < from.channels(); channel++) {
          float value = in[(channel * from.rows() + row) * from.columns() + column];
          if (value != 0) {
            int weight = ((c * from.channels() + channel) * kernelRows + ky) * kernelColumns + kx;
            sum += conv.weight().get(weight) * value;
            met++;
          }
        }
      }
    }
    count(operations, name, met);
    return sum;
  }

  private float[] multiply(String name, Affine affine, float[] in) {
    count(eventsIn, name, nonZero(in));
    List<Integer> order = orderOfAddition(name);
    float[] out = new float[affine.biases().size()];
    for (int i = 0; i < out.length; i++) {
      float sum = affine.biases().get(i);
      for (int from : order) {
        if (in[from] != 0) {
          sum += affine.weight().get(i * in.length + from) * in[from];
          count(operations, name, 1);
        }
      }
      out[i] = sum;
    }
    return out;
  }

  /** Behind a Flatten the map's order: row, column, channel. */
  private List<Integer> orderOfAddition(String name) {
    String source = graph.sources(name).getFirst();
    Shape map =
        graph.node(source) instanceof Flatten ? graph.inputShape(source) : graph.shape(source);
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < map.rows(); row++) {
      for (int column = 0; column < map.columns(); column++) {
        for (int channel = 0; channel < map.channels(); channel++) {
          order.add((channel * map.rows() + row) * map.columns() + column);
        }
      }
    }
    return order;
  }

  private float[] pool(String name, SumPool2d pool, float[] in, Shape from) {
    Shape to = graph.shape(name);
    float[] out = new float[to.size()];
    for (int i = 0; i < out.length; i++) {
      int channel = i / (to.rows() * to.columns());
      int y = i / to.columns() % to.rows();
      int x = i % to.columns();
      for (int ky = 0; ky < pool.kernel().rows(); ky++) {
        for (int kx = 0; kx < pool.kernel().columns(); kx++) {
          int row = y * pool.stride().rows() + ky;
          int column = x * pool.stride().columns() + kx;
          out[i] += in[(channel * from.rows() + row) * from.columns() + column];
        }
      }
    }
    return out;
  }

  /** sinabs: every multiple of the threshold is a spike and is subtracted. */
  private float[] fire(String name, IF neuron, float[] current) {
    float[] potential = potentials.computeIfAbsent(name, _ -> new float[current.length]);
    float[] out = new float[current.length];
    for (int i = 0; i < current.length; i++) {
      float threshold = neuron.firing().threshold().get(i);
      potential[i] += current[i];
      out[i] = potential[i] >= threshold ? (float) Math.floor(potential[i] / threshold) : 0;
      potential[i] -= threshold * out[i];
      count(spikes, name, (long) out[i]);
    }
    return out;
  }

  private static long nonZero(float[] values) {
    long count = 0;
    for (float value : values) {
      count += value != 0 ? 1 : 0;
    }
    return count;
  }

  private static void count(SortedMap<String, Long> counter, String name, long more) {
    counter.merge(name, more, Long::sum);
  }
}
