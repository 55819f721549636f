package org.spikeledger.tools.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void textStandsLeftAndNumbersRightUnderTheirHeaders() {
    Table table = Table.of(Column.text("layer"), Column.number("neurons"), Column.text("kind"));
    table.row("convolution", "1,024", "Conv2d");
    table.row("out", "10", "Linear + Output");
    assertEquals(
        """
        layer        neurons  kind
        -----------  -------  ---------------
        convolution    1,024  Conv2d
        out               10  Linear + Output
        """,
        table.text());
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    Table table = Table.of(Column.text("layer"), Column.number("neurons"));
    assertThrows(IllegalArgumentException.class, () -> table.row("one"));
  }

  @Test
  void figuresDoNotDependOnTheMachinesLanguage() {
    assertEquals("1,234,567", Figures.whole(1234567));
    assertEquals("1,234.5", Figures.mean(1234.5));
    assertEquals("0.1235", Figures.rate(0.12345678));
    assertEquals("92.51 %", Figures.percent(0.9251));
    assertEquals("not defined", Figures.ratio(1.0 / 0.0));
  }
}
