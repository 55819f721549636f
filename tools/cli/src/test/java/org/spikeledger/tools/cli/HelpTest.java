package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

  static Stream<String> commands() {
    List<String> all = new ArrayList<>();
    collect(Main.commandLine(), "", all);
    return all.stream();
  }

  private static void collect(CommandLine line, String path, List<String> all) {
    all.add(path.strip());
    line.getSubcommands().forEach((name, sub) -> collect(sub, path + " " + name, all));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @MethodSource("commands")
  void everyCommandShowsHelpWithAnExample(String command) {
    Spoken spoken = Spoken.by((Object[]) (command + " --help").strip().split(" "));
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertTrue(spoken.out().contains("Example: spikeledger " + command), spoken.out());
    assertEquals("", spoken.err());
  }

  @Test
  void everyCommandWithAnAnswerOffersJson() {
    List<CommandLine> leaves = new ArrayList<>();
    collectLeaves(Main.commandLine(), leaves);
    assertTrue(leaves.size() >= 9, "commands=" + leaves.size());
    for (CommandLine leaf : leaves) {
      assertTrue(
          leaf.getCommandSpec().findOption("--json") != null,
          leaf.getCommandSpec().qualifiedName());
    }
  }

  private static void collectLeaves(CommandLine line, List<CommandLine> leaves) {
    if (line.getSubcommands().isEmpty()) {
      leaves.add(line);
    }
    line.getSubcommands().values().forEach(sub -> collectLeaves(sub, leaves));
  }

  @Test
  void theVersionIsTold() {
    Spoken spoken = Spoken.by("--version");
    assertEquals(0, spoken.exitCode());
    assertTrue(spoken.out().startsWith("Spikeledger "), spoken.out());
  }
}
