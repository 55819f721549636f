package org.spikeledger.traces.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.traces.format.sbe.Flag;
import org.spikeledger.traces.format.sbe.HeaderDecoder;
import org.spikeledger.traces.format.sbe.InputKind;

/** Reads a {@link TraceHeader} from the Header message. */
public final class HeaderReader {

  /** The template id of the Header message. */
  public static final int TEMPLATE_ID = HeaderDecoder.TEMPLATE_ID;

  private static final int MAX_BODY = 1 << 26;

  private HeaderReader() {}

  /**
   * Decodes a header.
   *
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public static TraceHeader read(Message message) {
    message.checkBlock(HeaderDecoder.BLOCK_LENGTH);
    if (message.length() > MAX_BODY) {
      throw message.place().refuse("a header is at most 64 MiB: length=" + message.length());
    }
    HeaderDecoder decoder =
        new HeaderDecoder()
            .wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
    try {
      return read(decoder);
    } catch (IndexOutOfBoundsException e) {
      throw message.place().refuse("a header ends where its content ends:", e);
    } catch (IllegalArgumentException | BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    }
  }

  private static TraceHeader read(HeaderDecoder decoder) {
    int timesteps = bounded("timesteps", decoder.timesteps());
    int semanticsVersion = bounded("semanticsVersion", decoder.semanticsVersion());
    ValueKind kind = kind(decoder.inputKind());
    boolean potentials = decoder.digestPotentials() == Flag.YES;
    boolean inputsKept = decoder.inputsKept() == Flag.YES;
    byte[] fingerprint = new byte[TraceFormat.DIGEST_LENGTH];
    decoder.getFingerprint(fingerprint, 0, fingerprint.length);
    List<Integer> extents = new ArrayList<>();
    decoder.inputShape().forEach(each -> extents.add(bounded("extent", each.extent())));
    List<String> primitives = new ArrayList<>();
    decoder.primitives().forEach(each -> primitives.add(each.key()));
    checkPrimitives(primitives);
    List<TraceLayer> layers = new ArrayList<>();
    decoder.layers().forEach(each -> layers.add(layer(layers.size(), each)));
    List<ProbedLayer> probes = new ArrayList<>();
    decoder.probes().forEach(each -> probes.add(probe(each)));
    String network = decoder.network();
    String dataset = decoder.dataset();
    String precision = decoder.precision();
    String engineVersion = decoder.engineVersion();
    return new TraceHeader(
        network,
        dataset,
        HexFormat.of().formatHex(fingerprint),
        timesteps,
        precision,
        new Shape(extents),
        kind,
        potentials,
        inputsKept,
        layers,
        probes,
        engineVersion,
        semanticsVersion);
  }

  private static ProbedLayer probe(HeaderDecoder.ProbesDecoder decoder) {
    byte[] bytes = new byte[Math.clamp(decoder.neuronsLength(), 0, MAX_BODY)];
    int layer = decoder.layer();
    decoder.getNeurons(bytes, 0, bytes.length);
    SectionReader section = new SectionReader("probe", bytes, 0, bytes.length);
    int count = section.readBounded("neurons", section.remaining());
    List<Integer> neurons = new ArrayList<>(count);
    int before = -1;
    for (int i = 0; i < count; i++) {
      before += section.readBounded("delta", Integer.MAX_VALUE - 2L - before) + 1;
      neurons.add(before);
    }
    section.finish();
    return new ProbedLayer(layer, neurons);
  }

  private static TraceLayer layer(int index, HeaderDecoder.LayersDecoder decoder) {
    int neurons = bounded("neurons", decoder.neurons());
    boolean output = decoder.traits().output();
    boolean leaks = decoder.traits().leaks();
    boolean biased = decoder.traits().biased();
    boolean directlyEncoded = decoder.traits().directlyEncoded();
    boolean pooled = decoder.traits().pooled();
    long denseOperations = countable("denseOperations", decoder.denseOperations());
    long weights = countable("weights", decoder.weights());
    long nonZeroWeights = countable("nonZeroWeights", decoder.nonZeroWeights());
    long biases = countable("biases", decoder.biases());
    long inputs = countable("inputs", decoder.inputs());
    List<Integer> extents = new ArrayList<>();
    decoder.shape().forEach(each -> extents.add(bounded("extent", each.extent())));
    List<String> connections = new ArrayList<>();
    decoder.connections().forEach(each -> connections.add(each.name()));
    List<String> sources = new ArrayList<>();
    decoder.sources().forEach(each -> sources.add(each.name()));
    String name = decoder.name();
    String kind = decoder.kind();
    LayerFacts facts =
        new LayerFacts(
            new Layer(index, name, neurons, output, List.copyOf(connections)),
            kind,
            denseOperations,
            weights,
            nonZeroWeights,
            biases,
            inputs,
            leaks,
            biased,
            directlyEncoded,
            pooled,
            List.copyOf(sources));
    return new TraceLayer(facts, new Shape(extents));
  }

  private static void checkPrimitives(List<String> keys) {
    List<String> known = Primitive.ALL.stream().map(Primitive::key).toList();
    if (!keys.equals(known)) {
      throw new BadInputException(
          "a trace's counters are those that this program knows: counters=" + keys);
    }
  }

  private static long countable(String name, long value) {
    if (value < 0) {
      throw new BadInputException(
          "a count is below 2^63: %s=%s".formatted(name, Long.toUnsignedString(value)));
    }
    return value;
  }

  private static int bounded(String name, long value) {
    if (value > Integer.MAX_VALUE) {
      throw new BadInputException("a count is below 2^31: %s=%d".formatted(name, value));
    }
    return (int) value;
  }

  private static ValueKind kind(InputKind kind) {
    return switch (kind) {
      case BINARY -> ValueKind.BINARY;
      case GRADED -> ValueKind.GRADED;
      case ANALOG -> ValueKind.ANALOG;
      case NULL_VAL -> throw new BadInputException("an input kind is one of the schema's:");
    };
  }
}
