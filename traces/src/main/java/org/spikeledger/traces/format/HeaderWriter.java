package org.spikeledger.traces.format;

import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.traces.format.sbe.Flag;
import org.spikeledger.traces.format.sbe.HeaderEncoder;
import org.spikeledger.traces.format.sbe.InputKind;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;

/** Puts a {@link TraceHeader} into the Header message. */
public final class HeaderWriter {

  private HeaderWriter() {}

  /**
   * Encodes a header.
   *
   * @return the length of the body
   */
  public static int write(TraceHeader header, MutableDirectBuffer buffer, int offset) {
    HeaderEncoder encoder =
        new HeaderEncoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder());
    encoder
        .timesteps(header.timesteps())
        .semanticsVersion(header.semanticsVersion())
        .inputKind(kind(header.inputKind()))
        .digestPotentials(header.digestPotentials() ? Flag.YES : Flag.NO)
        .inputsKept(header.inputsKept() ? Flag.YES : Flag.NO)
        .putFingerprint(header.fingerprintBytes(), 0, TraceFormat.DIGEST_LENGTH);
    HeaderEncoder.InputShapeEncoder extents = encoder.inputShapeCount(header.inputShape().rank());
    header.inputShape().dimensions().forEach(extent -> extents.next().extent(extent));
    HeaderEncoder.PrimitivesEncoder primitives = encoder.primitivesCount(Primitive.ALL.size());
    Primitive.ALL.forEach(primitive -> primitives.next().key(primitive.key()));
    HeaderEncoder.LayersEncoder layers = encoder.layersCount(header.layers().size());
    header.layers().forEach(layer -> write(layer.facts(), layer.shape(), layers.next()));
    HeaderEncoder.ProbesEncoder probes = encoder.probesCount(header.probes().size());
    header.probes().forEach(probe -> write(probe, probes.next()));
    encoder
        .network(header.network())
        .dataset(header.dataset())
        .precision(header.precision())
        .engineVersion(header.engineVersion());
    return encoder.limit() - offset;
  }

  private static void write(LayerFacts facts, Shape shape, HeaderEncoder.LayersEncoder encoder) {
    encoder.neurons(facts.layer().neurons());
    encoder
        .traits()
        .clear()
        .output(facts.layer().isOutput())
        .leaks(facts.leaks())
        .biased(facts.biased())
        .directlyEncoded(facts.directlyEncoded())
        .pooled(facts.pooled());
    encoder
        .denseOperations(facts.denseOperations())
        .weights(facts.weights())
        .nonZeroWeights(facts.nonZeroWeights())
        .biases(facts.biases())
        .inputs(facts.inputs());
    HeaderEncoder.LayersEncoder.ShapeEncoder extents = encoder.shapeCount(shape.rank());
    shape.dimensions().forEach(extent -> extents.next().extent(extent));
    var connections = encoder.connectionsCount(facts.layer().connections().size());
    facts.layer().connections().forEach(name -> connections.next().name(name));
    var sources = encoder.sourcesCount(facts.sources().size());
    facts.sources().forEach(name -> sources.next().name(name));
    encoder.name(facts.layer().name()).kind(facts.kind());
  }

  private static void write(ProbedLayer probe, HeaderEncoder.ProbesEncoder encoder) {
    int[] neurons = probe.neurons().stream().mapToInt(Integer::intValue).toArray();
    SectionWriter section = new SectionWriter();
    section.putVarint(neurons.length);
    section.putDeltas(neurons, neurons.length, TraceFormat.MAX_BODY);
    encoder.layer(probe.layer()).putNeurons(section.bytes(), 0, section.size());
  }

  private static InputKind kind(ValueKind kind) {
    return switch (kind) {
      case BINARY -> InputKind.BINARY;
      case GRADED -> InputKind.GRADED;
      case ANALOG -> InputKind.ANALOG;
    };
  }
}
