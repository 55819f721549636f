package org.spikeledger.models.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void cellsAreSeparatedByCommas() {
    assertEquals("conv1,3,0.5", CsvLine.of(List.of("conv1", 3, 0.5)));
  }

  @Test
  void whatWouldEndACellIsQuoted() {
    assertEquals("\"a,b\",\"c\nd\",\"e \"\"f\"\"\"", CsvLine.of(List.of("a,b", "c\nd", "e \"f\"")));
  }
}
