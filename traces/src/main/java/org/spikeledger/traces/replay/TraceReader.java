package org.spikeledger.traces.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.format.FooterMessage;
import org.spikeledger.traces.format.FrameReader;
import org.spikeledger.traces.format.HeaderReader;
import org.spikeledger.traces.format.InferenceIndex;
import org.spikeledger.traces.format.InferenceReader;
import org.spikeledger.traces.format.Message;
import org.spikeledger.traces.format.PaletteMessage;
import org.spikeledger.traces.format.TraceFooter;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;

/**
 * Reads a trace, inference by inference. A file that was cut reads up to its last whole inference;
 * a damaged one is refused where the damage is reached, never passed over. Used by one thread.
 */
public final class TraceReader implements AutoCloseable {

  private final FrameReader frames;
  private final TraceHeader header;
  private final Optional<TraceFooter> footer;
  private final InferenceReader inferenceReader;
  private final long firstOffset;
  private PaletteMessage palette = PaletteMessage.NONE;
  private long paletteOffset;
  private long ordinal;

  private TraceReader(FrameReader frames) {
    this.frames = frames;
    if (!frames.next()) {
      throw frames.place().refuse("a trace holds at least its whole header:");
    }
    Message message = Message.of(frames);
    if (message.templateId() != HeaderReader.TEMPLATE_ID) {
      throw frames
          .place()
          .refuse("a trace's first frame is its header: templateId=" + message.templateId());
    }
    header = HeaderReader.read(message);
    firstOffset = frames.position();
    footer = findFooter();
    frames.seek(firstOffset);
    inferenceReader = new InferenceReader(header);
  }

  /**
   * Opens a trace and reads its header.
   *
   * @throws BadInputException if the file is no trace, or its header is not whole
   */
  public static TraceReader open(Path file) {
    FrameReader frames = FrameReader.open(file);
    try {
      return new TraceReader(frames);
    } catch (BadInputException e) {
      frames.close();
      throw e;
    }
  }

  private Optional<TraceFooter> findFooter() {
    long offset = frames.lastWord();
    if (offset < firstOffset || offset >= frames.size()) {
      return Optional.empty();
    }
    frames.seek(offset);
    try {
      if (!frames.next() || frames.position() != frames.size()) {
        return Optional.empty();
      }
      Message message = Message.of(frames);
      return message.templateId() == FooterMessage.TEMPLATE_ID
          ? Optional.of(FooterMessage.read(message))
          : Optional.empty();
    } catch (BadInputException notAFooter) {
      return Optional.empty();
    }
  }

  /** What was run. */
  public TraceHeader header() {
    return header;
  }

  /** What stands at the end of a whole trace; empty where the file is truncated or damaged. */
  public Optional<TraceFooter> footer() {
    return footer;
  }

  /** Bytes of the file. */
  public long fileBytes() {
    return frames.size();
  }

  /** The number of the inference that {@link #next} gives, from 0. */
  public long ordinal() {
    return ordinal;
  }

  /**
   * The next inference.
   *
   * @return valid until the next call; empty behind the last whole one
   * @throws BadInputException at damage, with file and offset
   */
  public Optional<TracedInference> next() {
    while (frames.next()) {
      Message message = Message.of(frames);
      if (message.templateId() == InferenceReader.TEMPLATE_ID) {
        ordinal++;
        return Optional.of(inferenceReader.read(message, palette(message)));
      }
      if (message.templateId() == FooterMessage.TEMPLATE_ID) {
        checkFooter(message);
      } else if (!isBetweenInferences(message)) {
        throw message
            .place()
            .refuse("a message behind the header is known: templateId=" + message.templateId());
      }
    }
    return Optional.empty();
  }

  private static boolean isBetweenInferences(Message message) {
    return message.isOptional()
        || message.templateId() == PaletteMessage.TEMPLATE_ID
        || message.templateId() == InferenceIndex.TEMPLATE_ID;
  }

  /** The palette that an inference refers to; the current frame stays the inference's. */
  private PaletteMessage palette(Message inference) {
    long wanted = inferenceReader.palette(inference);
    if (wanted == 0) {
      return PaletteMessage.NONE;
    }
    if (wanted != paletteOffset) {
      if (wanted < firstOffset || wanted >= inference.place().offset()) {
        throw inference.place().refuse("a palette stands before its inference: palette=" + wanted);
      }
      palette = PaletteMessage.read(expect(wanted, PaletteMessage.TEMPLATE_ID));
      paletteOffset = wanted;
      expect(inference.place().offset(), InferenceReader.TEMPLATE_ID);
    }
    return palette;
  }

  /** Makes the frame at an offset, which holds a certain message, the current one. */
  private Message expect(long offset, int templateId) {
    frames.seek(offset);
    if (!frames.next()) {
      throw frames.place().refuse("a frame that is pointed at is whole:");
    }
    Message message = Message.of(frames);
    if (message.templateId() != templateId) {
      throw message
          .place()
          .refuse(
              "a frame that is pointed at holds what is expected: templateId=%d expected=%d"
                  .formatted(message.templateId(), templateId));
    }
    return message;
  }

  private void checkFooter(Message message) {
    if (frames.position() != frames.size()) {
      throw message.place().refuse("a footer is the last frame: fileBytes=" + frames.size());
    }
    long promised = FooterMessage.read(message).inferences();
    if (promised != ordinal) {
      throw message
          .place()
          .refuse(
              "a footer counts the inferences before it: inferences=%d counted=%d"
                  .formatted(promised, ordinal));
    }
  }

  /**
   * Makes an inference the next one: in a whole trace by two steps, whatever its number; a
   * truncated one is read from its start.
   *
   * @param inference its number, from 0
   * @throws BadInputException if the trace has no such inference
   */
  public void seek(long inference) {
    if (inference < 0 || (footer.isPresent() && inference > footer.get().inferences())) {
      throw frames
          .place()
          .refuse("a trace has the inference that is asked for: number=" + inference);
    }
    if (footer.isPresent() && inference < footer.get().inferences()) {
      seekByIndex(footer.get(), inference);
    } else {
      seekFromStart(inference);
    }
  }

  private void seekByIndex(TraceFooter found, long inference) {
    int block = (int) (inference / InferenceIndex.INFERENCES);
    Message message = expect(found.indexes().get(block), InferenceIndex.TEMPLATE_ID);
    InferenceIndex index = InferenceIndex.read(message);
    int place = (int) (inference % InferenceIndex.INFERENCES);
    if (index.first() != inference - place || place >= index.offsets().size()) {
      throw message
          .place()
          .refuse(
              "an index has the inferences of its place: first=%d inferences=%d number=%d"
                  .formatted(index.first(), index.offsets().size(), inference));
    }
    frames.seek(index.offsets().get(place));
    ordinal = inference;
  }

  private void seekFromStart(long inference) {
    ordinal = 0;
    frames.seek(firstOffset);
    while (ordinal < inference) {
      if (!frames.next()) {
        throw frames
            .place()
            .refuse("a trace has the inference that is asked for: number=" + inference);
      }
      if (Message.of(frames).templateId() == InferenceReader.TEMPLATE_ID) {
        ordinal++;
      }
    }
  }

  @Override
  public void close() {
    frames.close();
  }
}
