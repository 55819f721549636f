package org.spikeledger.training.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {

  @TempDir private Path folder;

  /** A line of a log. */
  record Line(int number) {}

  @Test
  void aLineThatAKillCutOffGoesBeforeTheNextIsAppended() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    MetricsLog log = new MetricsLog(file);
    log.append(new Line(1));
    log.append(new Line(2));
    Files.writeString(file, "{\"numb", StandardOpenOption.APPEND);
    assertEquals(List.of(new Line(1), new Line(2)), MetricsLog.read(file, Line.class));
    log.append(new Line(3));
    assertEquals(List.of(new Line(1), new Line(2), new Line(3)), MetricsLog.read(file, Line.class));
    assertEquals(3, Files.readString(file).lines().count());
  }

  @Test
  void aLogOfNothingButALineThatWasCutOffBeginsAnew() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, "{\"numb");
    new MetricsLog(file).append(new Line(7));
    assertEquals("{\"number\":7}\n", Files.readString(file));
  }
}
