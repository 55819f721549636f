package org.spikeledger.traces.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.run.RunSettings;

/**
 * What was run: the first frame of a trace.
 *
 * @param network its name as the user gave it
 * @param dataset its name as the user gave it
 * @param fingerprint 64 hexadecimal digits, lower case
 * @param timesteps T, 1..65536
 * @param precision {@code float32} or {@code int8}
 * @param inputShape of every input, in NIR's order
 * @param inputKind what is known of every input's values
 * @param digestPotentials whether inference digests cover the potentials of all layers
 * @param inputsKept whether inputs stand in the file, or only their digests
 * @param layers in topological order; exactly one is the output
 * @param probes the neurons whose potentials stand in the file
 * @param engineVersion the version of the program that ran it
 * @param semanticsVersion the version of the rules that it follows
 */
public record TraceHeader(
    String network,
    String dataset,
    String fingerprint,
    int timesteps,
    String precision,
    Shape inputShape,
    ValueKind inputKind,
    boolean digestPotentials,
    boolean inputsKept,
    List<TraceLayer> layers,
    List<ProbedLayer> probes,
    String engineVersion,
    int semanticsVersion) {

  private static final int MAX_TIMESTEPS = 1 << 16;
  private static final int MAX_TEXT = 65_534;

  /** A counter takes a byte at least. */
  private static final int MAX_GROUPS = TraceFormat.MAX_BODY / Primitive.ALL.size();

  /** Checks the ranges. */
  public TraceHeader {
    layers = List.copyOf(layers);
    probes = List.copyOf(probes);
    if (timesteps < 1 || timesteps > MAX_TIMESTEPS) {
      throw new BadInputException(
          "timesteps lies in 1..%d: timesteps=%d".formatted(MAX_TIMESTEPS, timesteps));
    }
    long outputs = layers.stream().filter(TraceLayer::isOutput).count();
    if (outputs != 1 || layers.size() >= MAX_TEXT) {
      throw new BadInputException(
          "a trace has one output among at most %d layers: outputs=%d layers=%d"
              .formatted(MAX_TEXT, outputs, layers.size()));
    }
    if ((long) layers.size() * timesteps > MAX_GROUPS) {
      throw new BadInputException(
          "an inference has room for the counters of every layer and timestep: layers=%d timesteps=%d"
              .formatted(layers.size(), timesteps));
    }
    digestBytes(fingerprint);
    Stream.of(network, dataset, precision, engineVersion).forEach(TraceHeader::checkText);
    layers.forEach(layer -> checkText(layer.name()));
    checkSources(layers);
    for (ProbedLayer probe : probes) {
      checkProbe(probe, layers);
    }
  }

  /**
   * The header of a run that is about to begin.
   *
   * @param graph the network
   * @param network its name as the user gave it
   * @param inputs what it will receive
   * @param settings how it will be run
   * @param engineVersion the version of the program
   */
  public static TraceHeader of(
      Graph graph, String network, InputSource inputs, RunSettings settings, String engineVersion) {
    return new TraceHeader(
        network,
        inputs.name(),
        Fingerprint.of(graph, inputs.encoder(), settings.timesteps()),
        settings.timesteps(),
        Fingerprint.precision(graph),
        graph.shape(graph.inputName()),
        inputs.kind(),
        settings.digestPotentials(),
        true,
        layers(graph, inputs.kind()),
        settings.probes(),
        engineVersion,
        Fingerprint.SEMANTICS_VERSION);
  }

  private static List<TraceLayer> layers(Graph graph, ValueKind input) {
    return LayerFacts.of(graph, input).stream()
        .map(facts -> new TraceLayer(facts, graph.shape(facts.layer().name())))
        .toList();
  }

  /**
   * Refuses a network whose layers are not those that stand here: energies are priced by what the
   * header says of them. The fingerprint covers how inputs were encoded, which no trace says, so it
   * is not computed again.
   *
   * @throws BadInputException with the first layer that differs
   */
  public void requireLayersOf(Graph graph) {
    List<TraceLayer> found = layers(graph, inputKind);
    require(layers.size() == found.size(), "layers", layers.size(), found.size());
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).requireSame(found.get(i));
    }
  }

  /** Refuses a network of which something is not as it was recorded. */
  static void require(boolean same, String what, Object recorded, Object found) {
    if (!same) {
      throw new BadInputException(
          "a trace is held against a network whose layers are those of its header: %s recorded=%s found=%s"
              .formatted(what, recorded, found));
    }
  }

  /** The same for a trace that keeps digests in place of inputs. */
  public TraceHeader withoutInputs() {
    return new TraceHeader(
        network,
        dataset,
        fingerprint,
        timesteps,
        precision,
        inputShape,
        inputKind,
        digestPotentials,
        false,
        layers,
        probes,
        engineVersion,
        semanticsVersion);
  }

  /** The neurons of the output. */
  public int outputs() {
    return outputLayer().neurons();
  }

  /**
   * The layer of a name.
   *
   * @throws BadInputException if there is none
   */
  public TraceLayer layer(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "a trace has the layer that is asked for: layer=%s known=%s"
                        .formatted(
                            name,
                            String.join(",", layers.stream().map(TraceLayer::name).toList()))));
  }

  /** The layer that accumulates and never fires. */
  public TraceLayer outputLayer() {
    return layers.stream().filter(TraceLayer::isOutput).findFirst().orElseThrow();
  }

  /** The neurons of each layer. */
  int[] neurons() {
    return layers.stream().mapToInt(TraceLayer::neurons).toArray();
  }

  byte[] fingerprintBytes() {
    return digestBytes(fingerprint);
  }

  private static byte[] digestBytes(String fingerprint) {
    if (!fingerprint.matches("[0-9a-f]{64}")) {
      throw new BadInputException(
          "a fingerprint has 64 hexadecimal digits: fingerprint=" + fingerprint);
    }
    return HexFormat.of().parseHex(fingerprint);
  }

  private static void checkSources(List<TraceLayer> layers) {
    Set<String> names = layers.stream().map(TraceLayer::name).collect(Collectors.toSet());
    for (TraceLayer layer : layers) {
      for (String source : layer.facts().sources()) {
        if (!names.contains(source)) {
          throw new BadInputException(
              "a layer's source is a layer: source=%s layer=%s".formatted(source, layer.name()));
        }
      }
    }
  }

  private static void checkProbe(ProbedLayer probe, List<TraceLayer> layers) {
    if (probe.layer() >= layers.size()
        || probe.neurons().getLast() >= layers.get(probe.layer()).neurons()) {
      throw new BadInputException(
          "a probe watches neurons of a layer: layer=%d neuron=%d layers=%d"
              .formatted(probe.layer(), probe.neurons().getLast(), layers.size()));
    }
  }

  private static void checkText(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_TEXT) {
      throw new BadInputException(
          "a text in a trace has at most %d bytes: bytes=%d text=%s..."
              .formatted(MAX_TEXT, bytes, text.substring(0, 40)));
    }
  }
}
