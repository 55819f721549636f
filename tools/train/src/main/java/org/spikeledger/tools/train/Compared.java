package org.spikeledger.tools.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.ComparisonLog;
import org.spikeledger.training.rl.compare.ComparisonConfiguration;
import org.spikeledger.training.rl.compare.GroupResult;
import org.spikeledger.training.rl.compare.SeedResult;

/** What compared agents came to. */
record Compared(
    String name, int episodes, List<GroupResult> configurations, List<SeedResult> trainings) {

  static Compared of(ComparisonConfiguration configuration, List<SeedResult> results) {
    return new Compared(
        configuration.name(), configuration.episodes(), GroupResult.of(results), results);
  }

  /** Keeps it in a folder, as {@code comparison.json}. */
  void write(Path folder) {
    Path file = folder.resolve(ComparisonLog.FILE);
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try {
      WholeFile.write(file, mapper.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new BadInputException("a comparison can be written: file=" + file, e);
    }
  }

  String text() {
    Table table =
        Table.of(
            Column.text("environment"),
            Column.text("network"),
            Column.number("seeds"),
            Column.number("best: mean"),
            Column.number("spread"),
            Column.number("lowest"),
            Column.number("highest"),
            Column.number("last: mean"),
            Column.number("spread"));
    for (GroupResult each : configurations) {
      table.row(
          each.environment(),
          each.network(),
          String.valueOf(each.best().episodes()),
          reward(each.best().mean()),
          reward(each.best().deviation()),
          reward(each.best().lowest()),
          reward(each.best().highest()),
          reward(each.last().mean()),
          reward(each.last().deviation()));
    }
    return table.text()
        + """

        Mean reward over %d fresh episodes a training, then mean and standard deviation over the
        trainings. best: the network of the best evaluation on the way; last: that of the last step.
        """
            .formatted(episodes);
  }

  private static String reward(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
