package org.spikeledger.tools.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.tools.bench.workload.LargeNetwork;

/** Writes large networks to files, then loads each in processes of its own. */
public final class Loads {

  private final int forks;
  private final Consumer<String> messages;

  /**
   * Ready to measure.
   *
   * @param messages receives a line a fork
   */
  public Loads(ForkSettings settings, Consumer<String> messages) {
    this.forks = settings.forks();
    this.messages = messages;
  }

  /**
   * Measures; the files lie in a temporary folder meanwhile.
   *
   * @throws IOException where one cannot be written
   */
  public Map<LargeNetwork, List<LoadFigures>> measure(Collection<LargeNetwork> networks)
      throws IOException {
    Map<LargeNetwork, List<LoadFigures>> figures = new LinkedHashMap<>();
    for (LargeNetwork network : networks) {
      figures.put(network, measure(network));
    }
    return figures;
  }

  private List<LoadFigures> measure(LargeNetwork network) throws IOException {
    Path file = Files.createTempFile("spikeledger-" + network.key(), ".nir");
    try {
      NirWriter.write(network.graph(), file);
      List<LoadFigures> figures = new ArrayList<>();
      for (int fork = 0; fork < forks; fork++) {
        LoadFigures loaded = load(file);
        figures.add(loaded);
        messages.accept(
            String.format(
                Locale.ROOT,
                "load %d of %d  %s  %.2f s",
                fork + 1,
                forks,
                network.key(),
                loaded.seconds()));
      }
      return figures;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static LoadFigures load(Path file) throws IOException {
    Process process =
        new ProcessBuilder(ForkJvm.command(LoadWorker.class, file.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      if (line == null) {
        throw new IllegalStateException("a loading process answers: file=" + file);
      }
      String[] figures = line.split(" ", -1);
      return new LoadFigures(
          Files.size(file),
          Long.parseLong(figures[0]),
          Double.parseDouble(figures[1]),
          Long.parseLong(figures[2]));
    }
  }
}
