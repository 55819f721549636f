package org.spikeledger.tools.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.spikeledger.tools.report.Figures;

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
  void sentencesAreBrokenBetweenWordsAndALongWordStandsWhole() {
    Table table = Table.of(Column.number("row"), Column.wrapped("claim", 9), Column.text("how"));
    table.row("1", "spikes a neuron", "measured");
    table.row("2", "1,234,567,890 accesses", "none");
    table.row("3", "", "none");
    assertEquals(
        """
        row  claim          how
        ---  -------------  --------
          1  spikes a       measured
             neuron
          2  1,234,567,890  none
             accesses
          3                 none
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
