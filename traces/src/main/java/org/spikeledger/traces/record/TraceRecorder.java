package org.spikeledger.traces.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.digest.RunDigest;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.traces.format.FooterMessage;
import org.spikeledger.traces.format.FrameWriter;
import org.spikeledger.traces.format.HeaderWriter;
import org.spikeledger.traces.format.InferenceIndex;
import org.spikeledger.traces.format.InferenceWriter;
import org.spikeledger.traces.format.TraceFooter;
import org.spikeledger.traces.format.TraceHeader;

/**
 * Writes a run's inferences into a trace while the run goes on; the format is that of {@link
 * org.spikeledger.traces.format.TraceFormat}. Memory is bounded by a block, the largest inference
 * and 8 bytes for every 4096 of them. Used by one thread at a time: the one that delivers
 * inferences, then the one that completes the trace.
 *
 * <p>While it records, the file is called {@code NAME.partial}; {@link #complete} gives it its
 * name. A recording that is closed before it was completed leaves the partial file, which reads as
 * a truncated trace. One that was killed does too: all whole blocks of {@value FrameWriter#BLOCK}
 * bytes are in the file when {@link #onInference} returns.
 *
 * <pre>{@code
 * try (TraceRecorder recorder = TraceRecorder.create(file, header)) {
 *   run(recorder);
 *   recorder.complete();
 * }
 * }</pre>
 */
public final class TraceRecorder implements InferenceListener, AutoCloseable {

  private static final String PARTIAL = ".partial";

  private final Path file;
  private final Path partial;
  private final FileChannel channel;
  private final FrameWriter frames;
  private final InferenceWriter inferenceWriter;
  private final List<Long> offsets = new ArrayList<>();
  private final List<Long> indexes = new ArrayList<>();

  /** Where the inferences end that are not yet whole in the file. */
  private final Queue<Long> waitingEnds = new ArrayDeque<>();

  private final RunDigest runDigest = new RunDigest();
  private long palette;
  private long inferences;
  private long spikes;

  private TraceRecorder(Path file, Path partial, FileChannel channel, TraceHeader header)
      throws IOException {
    this.file = file;
    this.partial = partial;
    this.channel = channel;
    this.frames = new FrameWriter(channel);
    this.inferenceWriter = new InferenceWriter(header);
    frames.write(HeaderWriter.write(header, frames.buffer(), frames.bodyOffset()));
    frames.flush();
  }

  /**
   * Starts a recording; the header is in the partial file when this returns.
   *
   * @param file the trace's name; a file of this name stays as it is until {@link #complete}
   * @throws BadInputException if the partial file cannot be written
   */
  public static TraceRecorder create(Path file, TraceHeader header) {
    Path partial = partial(file);
    try {
      FileChannel channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      try {
        return new TraceRecorder(file, partial, channel, header);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new BadInputException(
          "a trace needs a place where it can be written: file=%s cause=%s".formatted(partial, e),
          e);
    }
  }

  /** What the file of a trace is called while it is recorded. */
  public static Path partial(Path file) {
    return file.resolveSibling(file.getFileName() + PARTIAL);
  }

  /**
   * Appends an inference.
   *
   * @throws BadInputException if the record is not of the header's shape, or a block cannot be
   *     written; what was written before stays readable
   */
  @Override
  public void onInference(InferenceRecord record, int label) {
    int paletteLength = inferenceWriter.begin(record, frames.buffer(), frames.bodyOffset());
    if (paletteLength > 0) {
      palette = frames.position();
      write(paletteLength);
    }
    int length =
        inferenceWriter.write(record, label, palette, frames.buffer(), frames.bodyOffset());
    offsets.add(frames.position());
    write(length);
    runDigest.add(record.digest());
    spikes += inferenceWriter.spikes();
    inferences++;
    waitingEnds.add(frames.position());
    forgetWritten();
    if (offsets.size() == InferenceIndex.INFERENCES) {
      writeIndex();
    }
  }

  /**
   * Writes what was appended and still waits for its block to fill.
   *
   * @throws BadInputException if that fails
   */
  public void flush() {
    try {
      frames.flush();
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  private void forgetWritten() {
    while (!waitingEnds.isEmpty() && waitingEnds.element() <= frames.written()) {
      waitingEnds.remove();
    }
  }

  private void writeIndex() {
    indexes.add(frames.position());
    InferenceIndex index = new InferenceIndex(inferences - offsets.size(), offsets);
    write(index.write(frames.buffer(), frames.bodyOffset()));
    offsets.clear();
  }

  /**
   * Ends the trace: writes the footer, brings all to the disk, and gives the file its name.
   *
   * @throws BadInputException if that fails; the partial file stays
   */
  public void complete() {
    if (!offsets.isEmpty()) {
      writeIndex();
    }
    TraceFooter footer = new TraceFooter(inferences, spikes, runDigest.finish(), indexes);
    write(FooterMessage.write(footer, frames.position(), frames.buffer(), frames.bodyOffset()));
    try {
      frames.flush();
      channel.force(true);
      channel.close();
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /** The name that the trace has, or will have when it is complete. */
  public Path file() {
    return file;
  }

  /**
   * Ends a recording that is not wanted: nothing is left of it.
   *
   * @throws BadInputException if the partial file cannot be removed
   */
  public void discard() {
    try {
      channel.close();
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /** Inferences recorded so far. */
  public long inferences() {
    return inferences;
  }

  /** Bytes of the trace so far; the file may still lack the last, unfilled block. */
  public long bytes() {
    return frames.position();
  }

  private void write(int length) {
    try {
      frames.write(length);
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  private BadInputException refusal(IOException e) {
    forgetWritten();
    return new BadInputException(
        "a trace needs a disk that takes it: file=%s inferences=%d bytes=%d cause=%s"
            .formatted(partial, inferences - waitingEnds.size(), frames.written(), e.getMessage()),
        e);
  }

  /**
   * Closes the file; a trace that was not completed stays partial, with all inferences in it.
   *
   * @throws BadInputException if they cannot be written
   */
  @Override
  public void close() {
    try (channel) {
      if (channel.isOpen()) {
        flush();
      }
    } catch (IOException e) {
      throw refusal(e);
    }
  }
}
