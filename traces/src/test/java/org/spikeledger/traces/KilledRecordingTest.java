package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that are killed: {@code -Dspikeledger.test.kills=20} for twenty of them. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledRecordingTest {

  private static final int KILLS = Integer.getInteger("spikeledger.test.kills", 1);

  @TempDir Path folder;

  @Test
  void aKilledRecordingKeepsEveryInferenceThatItHadTaken() throws Exception {
    List<String> whole = Traces.record(EndlessRecording.RUN, folder.resolve("whole"));
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = folder.resolve("killed" + kill);
      Process recording = ChildProcess.start(EndlessRecording.class, file);
      BufferedReader lines = recording.inputReader();
      int taken = 0;
      for (int i = new Random(kill).nextInt(3000); i >= 0; i--) {
        taken = Integer.parseInt(lines.readLine());
      }
      recording.toHandle().destroyForcibly();
      while (lines.readLine() != null) {
        taken++;
      }
      assertFalse(Files.exists(file));
      List<String> found = Traces.read(folder.resolve("killed" + kill + ".partial"));
      String where = "kill=" + kill + " taken=" + taken + " found=" + found.size();
      // The last line may have been cut, and an inference may be whole before it is told.
      assertTrue(found.size() >= taken - 1, where);
      for (int i = 0; i < found.size(); i++) {
        assertEquals(whole.get(i % whole.size()), found.get(i), where);
      }
    }
  }
}
