package org.spikeledger.models.environment;

import java.time.Duration;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * An environment in a process of its own, that speaks over its standard input and output. Lines of
 * ASCII, words divided by one space, one answer a request; {@code docs/environments.md} says more.
 *
 * <pre>{@code
 * we:   spikeledger-environment 1
 * it:   environment 1 shape 1x84x84 actions 6
 * we:   reset 42
 * it:   observation 0 0 0.5 ...
 * we:   step 3
 * it:   step 1.0 going 0 0 0.25 ...          or terminated, or truncated, in place of going
 * we:   close
 * }</pre>
 *
 * <p>In place of an answer it may say {@code error} and why. Whether equal seeds begin equal
 * episodes is up to the process.
 */
public final class PipeEnvironment implements Environment {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PipeProcess process;
  private final PipeHandshake handshake;
  private final String where;
  private boolean running;

  /**
   * Starts the process and greets it.
   *
   * @param command with its arguments, divided by spaces; '...' and "..." keep spaces
   * @throws BadInputException where it cannot be started or answers otherwise than it should
   */
  public PipeEnvironment(String command) {
    this(command, PATIENCE);
  }

  PipeEnvironment(String command, Duration patience) {
    where = "command=" + command;
    process = new PipeProcess(command, PipeHandshake.MOST_BYTES, patience);
    try {
      handshake = PipeHandshake.parse(process.ask(PipeHandshake.GREETING), where);
    } catch (BadInputException e) {
      process.close();
      throw e;
    }
    process.allow(handshake.mostBytes());
  }

  @Override
  public Shape observationShape() {
    return handshake.shape();
  }

  @Override
  public int actions() {
    return handshake.actions();
  }

  @Override
  public void reset(long seed, float[] observation) {
    PipeText answer = answer("reset " + seed, "observation");
    answer.observation(observation);
    running = true;
  }

  @Override
  public Step step(int action, float[] observation) {
    StepCheck.check(running, action, actions());
    PipeText answer = answer("step " + action, "step");
    double reward = answer.number("reward");
    String state = answer.word();
    Step step =
        switch (state) {
          case "going" -> new Step(reward, false, false);
          case "terminated" -> new Step(reward, true, false);
          case "truncated" -> new Step(reward, false, true);
          default ->
              throw new BadInputException(
                  "an episode is going, terminated or truncated: state=%s %s"
                      .formatted(PipeText.shown(state), where));
        };
    answer.observation(observation);
    running = !step.ended();
    return step;
  }

  private PipeText answer(String request, String expected) {
    String line = process.ask(request);
    PipeText answer = new PipeText(line, where);
    if (!answer.word().equals(expected)) {
      throw new BadInputException(
          "an environment answers '%s' to '%s': line=%s %s"
              .formatted(expected, request, PipeText.shown(line), where));
    }
    return answer;
  }

  @Override
  public void close() {
    running = false;
    process.close();
  }
}
