package org.spikeledger.models.environment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.spikeledger.models.BadInputException;

/**
 * A process that answers lines with lines. Its owner's thread writes and awaits; a thread of its
 * own reads and hands over one answer at a time. Its standard error is ours.
 */
final class PipeProcess {

  /** What the reading thread hands over: a line, or why there is none. */
  private record Answer(String line, String failure) {}

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final String where;
  private final Duration patience;
  private final Process process;
  private final OutputStream requests;
  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(1);
  private final Thread reader;
  private volatile int mostBytes;

  /**
   * Starts a command.
   *
   * @param mostBytes of an answer's line, until {@link #allow} says otherwise
   * @param patience for each answer
   * @throws BadInputException where it cannot be started
   */
  PipeProcess(String command, int mostBytes, Duration patience) {
    this.where = "command=" + command;
    this.mostBytes = mostBytes;
    this.patience = patience;
    try {
      process =
          new ProcessBuilder(PipeCommand.words(command)).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new BadInputException(
          "an environment's command can be started: %s cause=%s"
              .formatted(where, PipeText.shown(e.getMessage())),
          e);
    }
    requests = process.getOutputStream();
    reader = Thread.ofPlatform().daemon().name("environment").start(this::read);
  }

  /** Allows lines of so many bytes from now on. */
  void allow(int bytes) {
    mostBytes = bytes;
  }

  /**
   * Sends a line and awaits the answer.
   *
   * @throws BadInputException where a line has come that nobody asked for, where no answer comes in
   *     time, or where it says that something is wrong
   */
  String ask(String request) {
    refuseUnasked(request);
    try {
      send(request);
    } catch (IOException e) {
      throw refused("an environment reads its requests until it is closed", request, e);
    }
    Answer answer = await(request);
    if (answer.failure() != null) {
      throw refused(answer.failure(), request, null);
    }
    if (answer.line().startsWith("error ")) {
      throw refused(
          "the environment says: " + PipeText.shown(answer.line().substring(6)) + ",",
          request,
          null);
    }
    return answer.line();
  }

  /** A line too many would be taken for the answer, and every later answer for another one's. */
  private void refuseUnasked(String request) {
    Answer unasked = answers.poll();
    if (unasked != null) {
      throw refused(
          unasked.failure() != null
              ? unasked.failure()
              : "an environment answers once: line=" + PipeText.shown(unasked.line()),
          request,
          null);
    }
  }

  private void send(String request) throws IOException {
    requests.write((request + "\n").getBytes(StandardCharsets.US_ASCII));
    requests.flush();
  }

  private Answer await(String request) {
    try {
      Answer answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw refused(
            "an environment answers in time: limitSeconds=" + patience.toMillis() / 1e3,
            request,
            null);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an environment was awaited", e);
    }
  }

  private BadInputException refused(String rule, String request, Exception cause) {
    String separator = rule.contains("=") || rule.endsWith(",") ? " " : ": ";
    return new BadInputException(
        rule + separator + "request=" + PipeText.shown(request) + " " + where, cause);
  }

  private void read() {
    try {
      answers.put(new Answer(null, handOver()));
    } catch (InterruptedException closed) {
      // Nobody awaits an answer any more.
    }
  }

  /** Hands over line after line; why no other one comes. */
  private String handOver() throws InterruptedException {
    try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      for (String line = line(in); line != null; line = line(in)) {
        answers.put(new Answer(line, null));
      }
      return "an environment answers before it ends";
    } catch (BadInputException | IOException e) {
      return PipeText.shown(String.valueOf(e.getMessage()));
    }
  }

  /** A line without its end, or null at the end of the stream. */
  private String line(InputStream in) throws IOException {
    byte[] bytes = new byte[256];
    int length = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      // Read once: it may become less in the middle of a line.
      int most = mostBytes;
      if (length >= most) {
        throw new BadInputException(
            "an environment's line has at most so many bytes: most=" + most);
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) b;
    }
    int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Asks the process to end, and ends it, with what it started, where it does not. */
  void close() {
    try {
      send("close");
      requests.close();
    } catch (IOException gone) {
      // It has ended already, which is what was asked for.
    }
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    reader.interrupt();
  }
}
