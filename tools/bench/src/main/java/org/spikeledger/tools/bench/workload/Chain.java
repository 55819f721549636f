package org.spikeledger.tools.bench.workload;

import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;

/**
 * The weights of a network without branches. Neurons make an SNN of it, rectifiers an ANN of the
 * same shape.
 *
 * @param input the shape of the input
 * @param blocks from input to output
 */
public record Chain(Shape input, List<Block> blocks) {

  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  /** Copies the list. */
  public Chain {
    blocks = List.copyOf(blocks);
  }

  /**
   * The SNN.
   *
   * @param neurons of the first blocks; the others feed on without neurons
   */
  public Graph graph(List<Neuron> neurons) {
    Graph.Builder builder = Graph.builder().node(INPUT, new Input(input));
    String last = INPUT;
    for (int i = 0; i < blocks.size(); i++) {
      last = blocks.get(i).appendTo(builder, last);
      if (i < neurons.size()) {
        String population = blocks.get(i).name() + ".neuron";
        builder.node(population, neurons.get(i)).edge(last, population);
        last = population;
      }
    }
    return builder.node(OUTPUT, new Output()).edge(last, OUTPUT).build();
  }
}
