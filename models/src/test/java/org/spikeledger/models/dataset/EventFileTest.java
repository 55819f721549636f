package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;

class EventFileTest {

  @TempDir Path folder;

  private List<EventRecording> text(String content) throws IOException {
    return EventFile.read(Files.writeString(folder.resolve("events.csv"), content));
  }

  private String refusal(String content) {
    return assertThrows(BadInputException.class, () -> text(content)).getMessage();
  }

  @Test
  void textWithoutNamesIsPlacePolarityAndTime() throws IOException {
    EventRecording recording = text("3,4,1,1000\r\n5, 6, 0, 2000").getFirst();
    assertEquals(2, recording.size());
    assertEquals(3, recording.x(0));
    assertEquals(4, recording.y(0));
    assertTrue(recording.isOn(0));
    assertEquals(1000, recording.time(0));
    assertFalse(recording.isOn(1));
    assertEquals(2000, recording.time(1));
  }

  @Test
  void namedColumnsStandInAnyOrderAndSamplesFollowEachOther() throws IOException {
    List<EventRecording> recordings = text("t,sample,p,y,x\n9,0,-1,2,1\n8,0,1,2,3\n7,1,1,0,0\n");
    assertEquals(2, recordings.size());
    assertEquals(2, recordings.get(0).size());
    assertEquals(1, recordings.get(0).x(0));
    assertFalse(recordings.get(0).isOn(0), "a polarity of -1 is off");
    assertEquals(7, recordings.get(1).time(0));
  }

  @Test
  void recordsOfNumpyAreRead() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) 7).putShort((short) 8).put((byte) 1).putLong(5);
    String header =
        "{'descr': [('x', '<u2'), ('y', '<u2'), ('p', '|b1'), ('t', '<u8')],"
            + " 'fortran_order': False, 'shape': (1,)}";
    Path file = folder.resolve("events.npy");
    Files.write(file, NpyFileMaker.npy(1, header, bytes.flip()));
    EventRecording recording = EventFile.read(file).getFirst();
    assertEquals(7, recording.x(0));
    assertEquals(8, recording.y(0));
    assertTrue(recording.isOn(0));
    assertEquals(5, recording.time(0));
  }

  @Test
  void whatIsNoEventIsRefusedWithItsLine() {
    String file = " file=" + folder.resolve("events.csv");
    assertEquals("a whole number is expected: value=z line=2" + file, refusal("1,2,1,1\n1,2,z,1"));
    assertEquals(
        "a line has a number for each column: numbers=3 columns=4 line=1" + file, refusal("1,2,1"));
    assertEquals(
        "events have columns x, y, p and t: missing=p columns=[x, y, t]" + file,
        refusal("x,y,t\n1,2,3"));
    assertEquals(
        "an event's place lies in 0..32767: x=-1 row=0" + file, refusal("x,y,p,t\n-1,2,1,1"));
    assertEquals(
        "samples are numbered from 0, each follows the one before: sample=2 row=0" + file,
        refusal("x,y,p,t,sample\n1,2,1,1,2"));
    assertEquals("a list of events has at least one:" + file, refusal("x,y,p,t\n"));
    assertTrue(refusal("1".repeat(5000)).startsWith("a line has at most 1024 bytes"));
  }
}
