package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MainTest {

  /** Takes nothing, as a file on a full disk. */
  private static final class Full extends Writer {

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
      throw new IOException("no space left on device");
    }

    @Override
    public void flush() {
      // There is nothing.
    }

    @Override
    public void close() {
      // There is nothing.
    }
  }

  @Test
  void anAnswerThatStandardOutputDoesNotTakeIsToldAndIsNoSuccess() {
    StringWriter err = new StringWriter();
    int exitCode = Main.run(new PrintWriter(new Full()), new PrintWriter(err), "zoo", "list");
    assertEquals(2, exitCode);
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void figuresAreTheSameInEveryLanguage() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
      String german = Spoken.by("paper", "--json").out();
      Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
      assertEquals(Spoken.by("paper", "--json").out(), german);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }
}
