package org.spikeledger.traces.format;

import java.nio.ByteOrder;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.traces.format.sbe.InferenceDecoder;
import org.spikeledger.traces.format.sbe.InputForm;

/** Reads inferences from Inference messages. Its record is reused; used by one thread. */
public final class InferenceReader {

  /** The template id of the Inference message. */
  public static final int TEMPLATE_ID = InferenceDecoder.TEMPLATE_ID;

  private static final int LENGTH_WORD = InferenceDecoder.spikesHeaderLength();

  private final TraceHeader header;
  private final InferenceDecoder decoder = new InferenceDecoder();
  private final SpikeSection spikeSection;
  private InferenceRecord record;

  /** For the inferences of one run. */
  public InferenceReader(TraceHeader header) {
    this.header = header;
    this.spikeSection = new SpikeSection(header.neurons());
  }

  /**
   * The offset of the Palette frame that an inference's input refers to, or 0.
   *
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public long palette(Message message) {
    message.checkBlock(InferenceDecoder.BLOCK_LENGTH);
    decoder.wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
    return decoder.palette();
  }

  /**
   * Decodes an inference.
   *
   * @param palette that its input refers to
   * @return valid until the next call
   * @throws BadInputException where the message breaks a rule, with its place
   */
  public TracedInference read(Message message, PaletteMessage palette) {
    message.checkBlock(InferenceDecoder.BLOCK_LENGTH);
    try {
      checkRoom(message);
      decoder.wrap(message.buffer(), Message.BODY_OFFSET, message.blockLength(), message.version());
      return decode(message, palette);
    } catch (BadInputException e) {
      throw message.place().refuse(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw message
          .place()
          .refuse("an enumeration has a value of its schema: " + e.getMessage(), e);
    }
  }

  private TracedInference decode(Message message, PaletteMessage palette) {
    byte[] digest = new byte[TraceFormat.DIGEST_LENGTH];
    decoder.getDigest(digest, 0, digest.length);
    int label = decoder.label();
    long sample = decoder.sample();
    SectionReader input = nextSection(message, "input");
    SectionReader spikes = nextSection(message, "spikes");
    SectionReader counters = nextSection(message, "counters");
    SectionReader output = nextSection(message, "output");
    SectionReader potentials = nextSection(message, "potentials");
    checkEnd(message);
    int inputBytes = input.remaining();
    int spikeBytes = spikes.remaining();
    int counterBytes = counters.remaining();
    int potentialBytes = potentials.remaining();
    if (record == null) {
      record = newRecord();
    }
    byte[] inputDigest = readInput(sample, input, palette);
    spikeSection.read(spikes, record.spikes());
    CounterSection.read(counters, record.counters());
    readOutput(output);
    PotentialSection.read(potentials, header.timesteps(), record.potentials());
    record.complete(digest);
    return new TracedInference(
        record,
        inputDigest,
        label,
        message.place(),
        message.length(),
        inputBytes,
        spikeBytes,
        counterBytes,
        potentialBytes);
  }

  /** Memory for a record is taken only where the message can fill it. */
  private void checkRoom(Message message) {
    long groups = (long) header.timesteps() * header.layers().size();
    long probed = header.probes().stream().mapToLong(probe -> probe.neurons().size()).sum();
    long floats = header.outputs() + header.timesteps() * probed;
    long least = groups * (1 + Primitive.ALL.size()) + Float.BYTES * floats;
    if (message.length() < least) {
      throw new BadInputException(
          "an inference holds the groups of the header: length=%d least=%d"
              .formatted(message.length(), least));
    }
  }

  private InferenceRecord newRecord() {
    return new InferenceRecord(
            header.layers().size(), header.timesteps(), header.outputLayer().shape())
        .keeping(new PotentialLog(header.probes(), header.timesteps()));
  }

  /** Begins the record; the input's digest where the input is not kept, else null. */
  private byte[] readInput(long sample, SectionReader section, PaletteMessage palette) {
    if ((decoder.inputForm() == InputForm.DIGEST) == header.inputsKept()) {
      throw section.refuse("inputs are kept as the header says: form=" + decoder.inputForm());
    }
    if (!header.inputsKept()) {
      record.begin(sample, null);
      return section.readDigest();
    }
    EncodedInput input =
        InputSection.read(decoder.inputForm(), header.inputShape(), palette, section);
    if (input.kind() != header.inputKind()) {
      throw section.refuse("an input is of the header's kind: kind=" + input.kind());
    }
    record.begin(sample, input);
    return null;
  }

  private void readOutput(SectionReader section) {
    for (int i = 0; i < record.output().length; i++) {
      record.output()[i] = section.readFloat();
    }
    section.finish();
  }

  private SectionReader nextSection(Message message, String name) {
    int start = decoder.limit() + LENGTH_WORD;
    int left = message.length() - start;
    int length =
        left < 0 ? -1 : decoder.buffer().getInt(start - LENGTH_WORD, ByteOrder.LITTLE_ENDIAN);
    if (length < 0 || length > left) {
      throw new BadInputException(
          "a message holds its sections: section=%s length=%d bytesLeft=%d"
              .formatted(name, length, left));
    }
    decoder.limit(start + length);
    return new SectionReader(name, message.bytes(), start, length);
  }

  private void checkEnd(Message message) {
    if (decoder.limit() != message.length()) {
      throw new BadInputException(
          "a message ends with its last section: end=%d length=%d"
              .formatted(decoder.limit(), message.length()));
    }
  }
}
