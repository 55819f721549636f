package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.graph.ValueKinds;

/** What our engine does with a node of a network that it can run. */
final class Treatment {

  private final Graph graph;
  private final ValueKinds kinds;

  Treatment(Graph graph, ValueKind input) {
    this.graph = graph;
    kinds = ValueKinds.of(graph, input);
  }

  String of(String name) {
    Node node = graph.node(name);
    return switch (node) {
      case Input _ -> "receives " + words(kinds.sent(name));
      case Output _ -> "accumulates over all timesteps and never fires";
      case Connection _ -> connection(name);
      case Population population -> population(population);
      case Delay delay -> "delays by " + timesteps(delay);
      case Pool _, Flatten _ -> "passes on " + words(kinds.sent(name));
    };
  }

  private static String timesteps(Delay delay) {
    String range =
        delay.shortest() == delay.longest()
            ? String.valueOf(delay.longest())
            : delay.shortest() + " to " + delay.longest();
    return range + " timesteps";
  }

  private String connection(String name) {
    String operation =
        kinds.arriving(name) == ValueKind.BINARY ? "an accumulate" : "a multiply-accumulate";
    String once = kinds.arrivesConstant(name) ? ", computed once an inference" : "";
    return words(kinds.arriving(name)) + " arrive: " + operation + " a synapse" + once;
  }

  private static String population(Population population) {
    List<String> said = new ArrayList<>();
    population
        .synapse()
        .ifPresent(
            synapse ->
                said.add(
                    "synaptic current with leak %s and gain %s (%s)"
                        .formatted(
                            range(synapse.leak()),
                            range(synapse.gain()),
                            synapse.rule() == CurrentRule.NEW ? "new" : "previous timestep")));
    said.add("leak " + range(population.leak()));
    said.add("gain " + range(population.gain()));
    if (!population.drift().isZero()) {
      said.add("drift " + range(population.drift()));
    }
    said.add(
        population instanceof Neuron neuron
            ? firing(neuron.firing())
            : "never fires and sends its potential");
    return String.join(", ", said);
  }

  private static String firing(Firing firing) {
    boolean strict = firing.thresholdRule() == ThresholdRule.GREATER;
    return (strict ? "fires above " : "fires from ")
        + range(firing.threshold())
        + (firing.spikeRule() == SpikeRule.MULTIPLE ? ", several spikes a timestep" : "")
        + (firing.resetRule() == ResetRule.BY_SUBTRACTION
            ? ", reset by subtraction"
            : ", reset to " + range(firing.resetValue()));
  }

  private static String words(ValueKind kind) {
    return switch (kind) {
      case BINARY -> "spikes of value 1";
      case GRADED -> "graded events";
      case ANALOG -> "analog values";
    };
  }

  private static String range(Tensor tensor) {
    float least = tensor.get(0);
    float most = least;
    for (int i = 1; i < tensor.size(); i++) {
      least = Math.min(least, tensor.get(i));
      most = Math.max(most, tensor.get(i));
    }
    return least == most ? String.valueOf(least) : least + " to " + most;
  }
}
