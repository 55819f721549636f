package org.spikeledger.tools.cli.zoo;

import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.AgentCard;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.network.ProjectHome;
import org.spikeledger.tools.cli.network.Zoo;
import org.spikeledger.tools.cli.network.ZooCard;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
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
            Column.text("made for"),
            Column.number("timesteps"),
            Column.number("result"),
            Column.text("file"));
    for (ZooCard card : cards) {
      table.row(
          card.name(),
          madeFor(card),
          Figures.whole(card.timesteps()),
          CardResult.text(card),
          card.file());
    }
    return table.text()
        + """

        accuracy over the test images, reward of an episode with the deviation of single episodes,
        as the maker measured them; run an image network, or let an agent play an episode, as zoo:NAME
        """;
  }

  private static String madeFor(ZooCard card) {
    return switch (card) {
      case ImageCard image -> image.dataset();
      case AgentCard agent -> agent.environment();
    };
  }

  private record Networks(List<Entry> networks) {}

  /** A line of the answer. */
  private sealed interface Entry {
    static Entry of(ZooCard card) {
      return switch (card) {
        case ImageCard image ->
            new Image(
                image.name(),
                image.dataset(),
                image.timesteps(),
                image.accuracy(),
                image.file(),
                image.sha256());
        case AgentCard agent ->
            new Agent(
                agent.name(),
                agent.environment(),
                agent.timesteps(),
                agent.stateBetweenEnvironmentSteps(),
                agent.reward(),
                agent.file(),
                agent.sha256());
      };
    }
  }

  private record Image(
      String name, String dataset, int timesteps, double accuracy, String file, String sha256)
      implements Entry {}

  private record Agent(
      String name,
      String environment,
      int timesteps,
      String stateBetweenEnvironmentSteps,
      AgentCard.Reward reward,
      String file,
      String sha256)
      implements Entry {}
}
