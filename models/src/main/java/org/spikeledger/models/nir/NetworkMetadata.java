package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Quantisation;
import org.spikeledger.models.graph.Tensor;

/** What a network's maker says of its use, in metadata. */
final class NetworkMetadata {

  private NetworkMetadata() {}

  static void write(NetworkProperties properties, HdfOutput metadata) {
    metadata.whole(MetadataKeys.FORMAT, MetadataKeys.CURRENT_FORMAT);
    properties
        .timesteps()
        .ifPresent(timesteps -> metadata.whole(MetadataKeys.TIMESTEPS, timesteps));
    properties
        .normalisation()
        .ifPresent(
            said -> {
              metadata.doubles(MetadataKeys.MEAN, array(said.mean()));
              metadata.doubles(MetadataKeys.STANDARD_DEVIATION, array(said.standardDeviation()));
            });
    properties
        .quantisation()
        .ifPresent(
            whole -> metadata.floats(MetadataKeys.INPUT_SCALE, Tensor.scalar(whole.inputScale())));
    if (!properties.classNames().isEmpty()) {
      metadata.texts(MetadataKeys.CLASS_NAMES, properties.classNames().toArray(String[]::new));
    }
    if (!properties.provenance().isEmpty()) {
      metadata.textPairs(
          MetadataKeys.PROVENANCE,
          properties.provenance().entrySet().stream()
              .map(entry -> new String[] {entry.getKey(), entry.getValue()})
              .toArray(String[][]::new));
    }
  }

  static NetworkProperties read(HdfGroup metadata) {
    NodeFields fields = new NodeFields("(network)", metadata);
    if (!fields.has(MetadataKeys.FORMAT)) {
      return NetworkProperties.NONE;
    }
    int format = fields.whole(MetadataKeys.FORMAT);
    if (format != MetadataKeys.CURRENT_FORMAT) {
      throw new BadInputException(
          "the metadata's format is not known: %s=%d known=%d"
              .formatted(MetadataKeys.FORMAT, format, MetadataKeys.CURRENT_FORMAT));
    }
    return new NetworkProperties(
        timesteps(fields),
        normalisation(fields),
        classNames(metadata),
        provenance(metadata),
        quantisation(fields));
  }

  private static Optional<Quantisation> quantisation(NodeFields fields) {
    if (!fields.has(MetadataKeys.INPUT_SCALE)) {
      return Optional.empty();
    }
    float scale = fields.tensor(MetadataKeys.INPUT_SCALE).get(0);
    if (!(scale > 0f && Float.isFinite(scale))) {
      throw new BadInputException(
          "the scale of an input is finite and above 0: " + MetadataKeys.INPUT_SCALE + "=" + scale);
    }
    return Optional.of(new Quantisation(scale));
  }

  private static OptionalInt timesteps(NodeFields fields) {
    if (!fields.has(MetadataKeys.TIMESTEPS)) {
      return OptionalInt.empty();
    }
    int timesteps = fields.whole(MetadataKeys.TIMESTEPS);
    if (timesteps < 1) {
      throw new BadInputException(
          "a network runs for at least one timestep: " + MetadataKeys.TIMESTEPS + "=" + timesteps);
    }
    return OptionalInt.of(timesteps);
  }

  private static Optional<Normalisation> normalisation(NodeFields fields) {
    if (!fields.has(MetadataKeys.MEAN)) {
      return Optional.empty();
    }
    return Optional.of(
        new Normalisation(
            list(fields.numbers(MetadataKeys.MEAN)),
            list(fields.numbers(MetadataKeys.STANDARD_DEVIATION))));
  }

  private static List<String> classNames(HdfGroup metadata) {
    return metadata.has(MetadataKeys.CLASS_NAMES)
        ? metadata.dataset(MetadataKeys.CLASS_NAMES).texts()
        : List.of();
  }

  private static SortedMap<String, String> provenance(HdfGroup metadata) {
    SortedMap<String, String> provenance = new TreeMap<>();
    if (metadata.has(MetadataKeys.PROVENANCE)) {
      for (Map.Entry<String, String> pair : metadata.dataset(MetadataKeys.PROVENANCE).textPairs()) {
        provenance.put(pair.getKey(), pair.getValue());
      }
    }
    return provenance;
  }

  private static List<Double> list(NumericField numbers) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      list.add(numbers.get(i));
    }
    return list;
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
