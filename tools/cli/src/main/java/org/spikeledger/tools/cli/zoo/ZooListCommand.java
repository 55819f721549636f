package org.spikeledger.tools.cli.zoo;

import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.ProjectHome;
import org.spikeledger.tools.cli.network.Zoo;
import org.spikeledger.tools.cli.network.ZooCard;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Figures;
import org.spikeledger.tools.cli.table.Table;
import picocli.CommandLine.Command;

/** {@code zoo list}: every card in a line. */
@Command(
    name = "list",
    description = "List the trained networks.",
    footer = {"", "Example: spikeledger zoo list --json"})
final class ZooListCommand extends AnsweringCommand {

  @Override
  protected Answer answer() {
    Zoo zoo = ProjectHome.current().zoo();
    List<ZooCard> cards = zoo.cards();
    return Answer.done(new Networks(cards.stream().map(Entry::of).toList()), text(zoo, cards));
  }

  private static String text(Zoo zoo, List<ZooCard> cards) {
    if (cards.isEmpty()) {
      return "no networks in " + zoo.folder();
    }
    Table table =
        Table.of(
            Column.text("name"),
            Column.text("dataset"),
            Column.number("timesteps"),
            Column.number("accuracy"),
            Column.text("file"));
    for (ZooCard card : cards) {
      table.row(
          card.name(),
          card.dataset(),
          Figures.whole(card.timesteps()),
          Figures.percent(card.accuracy()),
          card.file());
    }
    return table.text()
        + "\naccuracy: over the test images, as the maker measured it; run NETWORK"
        + " as zoo:NAME\n";
  }

  private record Networks(List<Entry> networks) {}

  private record Entry(
      String name, String dataset, int timesteps, double accuracy, String file, String sha256) {

    static Entry of(ZooCard card) {
      return new Entry(
          card.name(),
          card.dataset(),
          card.timesteps(),
          card.accuracy(),
          card.file(),
          card.sha256());
    }
  }
}
