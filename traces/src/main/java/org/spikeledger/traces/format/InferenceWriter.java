package org.spikeledger.traces.format;

import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.sbe.Flag;
import org.spikeledger.traces.format.sbe.InferenceEncoder;
import org.spikeledger.traces.format.sbe.InputForm;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;

/** Puts inferences into Inference messages. Its buffers are reused; used by one thread. */
public final class InferenceWriter {

  private final TraceHeader header;
  private final InferenceEncoder encoder = new InferenceEncoder();
  private final MessageHeaderEncoder messageHeader = new MessageHeaderEncoder();
  private final InputSection inputSection = new InputSection();
  private final SpikeSection spikeSection;
  private final Deflation deflation = new Deflation();
  private final SectionWriter section = new SectionWriter();
  private long spikes;

  /** For the inferences of one run. */
  public InferenceWriter(TraceHeader header) {
    this.header = header;
    this.spikeSection = new SpikeSection(header.neurons());
  }

  /**
   * Encodes a complete inference.
   *
   * @param label the input's class, or -1
   * @return the length of the body
   * @throws BadInputException if the record is not of the header's shape
   */
  public int write(InferenceRecord record, int label, MutableDirectBuffer buffer, int offset) {
    check(record);
    encoder
        .wrapAndApplyHeader(buffer, offset, messageHeader)
        .sample(record.sample())
        .label(label)
        .putDigest(record.digest(), 0, TraceFormat.DIGEST_LENGTH);
    putInput(record.input());
    section.clear();
    spikes = spikeSection.write(record.spikes(), section);
    encoder.putSpikes(section.bytes(), 0, section.size());
    section.clear();
    CounterSection.write(record.counters(), section);
    encoder.putCounters(section.bytes(), 0, section.size());
    section.clear();
    for (float potential : record.output()) {
      section.putFloat(potential);
    }
    encoder.putOutput(section.bytes(), 0, section.size());
    return checkLength(record, encoder.limit() - offset);
  }

  /** Spikes of the inference that was written last. */
  public long spikes() {
    return spikes;
  }

  private void putInput(EncodedInput input) {
    section.clear();
    InputForm form = inputSection.write(input, section);
    int length = deflation.deflate(section);
    boolean deflated = length < section.size();
    encoder
        .inputForm(form)
        .inputDeflated(deflated ? Flag.YES : Flag.NO)
        .inputSize(section.size())
        .putInput(deflated ? deflation.bytes() : section.bytes(), 0, length);
  }

  private void check(InferenceRecord record) {
    boolean fits =
        record.spikes().layers() == header.layers().size()
            && record.spikes().timesteps() == header.timesteps()
            && record.output().length == header.outputs()
            && record.input().shape().equals(header.inputShape())
            && record.input().kind() == header.inputKind();
    if (!fits || !record.spikes().isComplete() || record.digest() == null) {
      throw new BadInputException(
          "a recorded inference is complete and of the run's shape: sample=" + record.sample());
    }
  }

  private static int checkLength(InferenceRecord record, int length) {
    if (length > TraceFormat.MAX_BODY) {
      throw new BadInputException(
          "a recorded inference has at most %d bytes: sample=%d bytes=%d"
              .formatted(TraceFormat.MAX_BODY, record.sample(), length));
    }
    return length;
  }
}
