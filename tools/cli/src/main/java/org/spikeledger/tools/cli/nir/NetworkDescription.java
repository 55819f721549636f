package org.spikeledger.tools.cli.nir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.tools.cli.network.LoadedNetwork;

/**
 * A network without its weights, as {@code --json} shows it.
 *
 * @param network as the user named it
 * @param file where it lies
 * @param timesteps that it was made for; null where it does not say
 * @param mean of its input's normalisation, one a channel; null where it does not say
 * @param standardDeviation of the same
 * @param classNames of its outputs; empty where it does not say
 * @param parameters all weights, biases and neuron parameters as they are stored
 * @param nodes in topological order
 * @param edges as {@code source -> target}
 * @param provenance what its maker says of how it came to be
 * @param warnings of the reading
 */
record NetworkDescription(
    String network,
    String file,
    Integer timesteps,
    List<Double> mean,
    List<Double> standardDeviation,
    List<String> classNames,
    long parameters,
    List<NodeDescription> nodes,
    List<String> edges,
    Map<String, String> provenance,
    List<String> warnings) {

  static NetworkDescription of(LoadedNetwork network) {
    Graph graph = network.graph();
    NetworkProperties properties = graph.properties();
    Optional<Normalisation> normalisation = properties.normalisation();
    List<NodeDescription> nodes =
        graph.topologicalOrder().stream().map(name -> NodeDescription.of(graph, name)).toList();
    return new NetworkDescription(
        network.name(),
        network.file().toString(),
        properties.timesteps().isPresent() ? properties.timesteps().getAsInt() : null,
        normalisation.map(Normalisation::mean).orElse(null),
        normalisation.map(Normalisation::standardDeviation).orElse(null),
        properties.classNames(),
        nodes.stream().mapToLong(NodeDescription::values).sum(),
        nodes,
        graph.edges().stream().map(Object::toString).toList(),
        properties.provenance(),
        network.warnings());
  }
}
