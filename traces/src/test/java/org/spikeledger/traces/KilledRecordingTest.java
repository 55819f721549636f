package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.traces.format.FrameWriter;

/** Recordings that are killed: {@code -Dspikeledger.test.kills=20} for twenty of them. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledRecordingTest {

  private static final int KILLS = Integer.getInteger("spikeledger.test.kills", 1);

  @TempDir Path folder;

  @Test
  void aKilledRecordingKeepsEveryInferenceOfItsFilledBlocks() throws Exception {
    List<String> whole = Traces.record(EndlessRecording.RUN, folder.resolve("whole"));
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = folder.resolve("killed" + kill);
      Process recording = ChildProcess.start(EndlessRecording.class, file);
      BufferedReader lines = recording.inputReader();
      List<Long> ends = new ArrayList<>();
      for (int i = new Random(kill).nextInt(3000); i >= 0; i--) {
        ends.add(Long.parseLong(lines.readLine()));
      }
      recording.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long end = line.isEmpty() ? 0 : Long.parseLong(line);
        // Ends ascend; a last line that was cut is a smaller number.
        if (end > ends.getLast()) {
          ends.add(end);
        }
      }
      long flushed = ends.getLast() / FrameWriter.BLOCK * FrameWriter.BLOCK;
      long kept = ends.stream().filter(end -> end <= flushed).count();
      assertFalse(Files.exists(file));
      List<String> found = Traces.read(folder.resolve("killed" + kill + ".partial"));
      String where = "kill=" + kill + " kept=" + kept + " found=" + found.size();
      assertTrue(found.size() >= kept, where);
      for (int i = 0; i < found.size(); i++) {
        assertEquals(whole.get(i % whole.size()), found.get(i), where);
      }
    }
  }
}
