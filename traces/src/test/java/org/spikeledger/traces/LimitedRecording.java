package org.spikeledger.traces;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/** Records a run in a process of its own, and tells how that failed. */
final class LimitedRecording {

  private static final int REFUSED = 7;

  private LimitedRecording() {}

  /** Ends with 7 where the recording was refused. */
  public static void main(String[] arguments) {
    try {
      Traces.record(RandomRun.withSeveralInferences(), Path.of(arguments[0]));
    } catch (BadInputException e) {
      System.out.println(e.getMessage());
      System.exit(REFUSED);
    }
  }
}
