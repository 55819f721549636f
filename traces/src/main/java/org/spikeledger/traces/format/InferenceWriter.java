package org.spikeledger.traces.format;

import org.agrona.MutableDirectBuffer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.sbe.InferenceEncoder;
import org.spikeledger.traces.format.sbe.InputForm;
import org.spikeledger.traces.format.sbe.MessageHeaderEncoder;

/** Puts inferences into Inference messages. Its buffers are reused; used by one thread. */
public final class InferenceWriter {

  private final TraceHeader header;
  private final int outputs;
  private final InferenceEncoder encoder = new InferenceEncoder();
  private final MessageHeaderEncoder messageHeader = new MessageHeaderEncoder();
  private final InputSection inputSection;
  private final SpikeSection spikeSection;
  private final SectionWriter section = new SectionWriter();
  private final SectionWriter input = new SectionWriter();
  private InputForm form = InputForm.NULL_VAL;
  private long spikes;

  /** For the inferences of one run. */
  public InferenceWriter(TraceHeader header) {
    this.header = header;
    this.outputs = header.outputs();
    this.inputSection = new InputSection(header.inputShape());
    this.spikeSection = new SpikeSection(header.neurons());
  }

  /**
   * Looks at a complete inference before {@link #write} encodes it: where its input has values that
   * are new, the Palette message comes first.
   *
   * @return the length of the Palette message, or 0 where none is needed
   * @throws BadInputException if the record is not of the header's shape
   */
  public int begin(InferenceRecord record, MutableDirectBuffer buffer, int offset) {
    check(record);
    input.clear();
    if (!header.inputsKept()) {
      form = InputForm.DIGEST;
      input.putBytes(record.input().digest(), TraceFormat.DIGEST_LENGTH);
      return 0;
    }
    form = inputSection.write(record.input(), input);
    return form == InputForm.DIRECT_PALETTE && inputSection.palette().takeChanged()
        ? PaletteMessage.write(inputSection.palette(), buffer, offset)
        : 0;
  }

  /**
   * Encodes the inference that was begun.
   *
   * @param label the input's class, or -1
   * @param palette the offset of the latest Palette frame
   * @return the length of the body
   * @throws BadInputException if it is too long
   */
  public int write(
      InferenceRecord record, int label, long palette, MutableDirectBuffer buffer, int offset) {
    encoder
        .wrapAndApplyHeader(buffer, offset, messageHeader)
        .sample(record.sample())
        .label(label)
        .palette(form == InputForm.DIRECT_PALETTE ? palette : 0)
        .inputForm(form)
        .putDigest(record.digest(), 0, TraceFormat.DIGEST_LENGTH)
        .putInput(input.bytes(), 0, input.size());
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
    section.clear();
    PotentialSection.write(record.potentials(), header.timesteps(), section);
    encoder.putPotentials(section.bytes(), 0, section.size());
    return checkLength(record, encoder.limit() - offset);
  }

  /** Spikes of the inference that was written last. */
  public long spikes() {
    return spikes;
  }

  private void check(InferenceRecord record) {
    boolean fits =
        record.spikes().layers() == header.layers().size()
            && record.spikes().timesteps() == header.timesteps()
            && record.output().length == outputs
            && record.potentials().probes().equals(header.probes())
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
