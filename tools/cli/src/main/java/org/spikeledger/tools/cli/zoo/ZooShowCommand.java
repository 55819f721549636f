package org.spikeledger.tools.cli.zoo;

import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.AgentCard;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.network.ProjectHome;
import org.spikeledger.tools.cli.network.ZooCard;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zoo show}: all that a card says. */
@Command(
    name = "show",
    description = "Show the card of a trained network.",
    footer = {"", "Example: spikeledger zoo show fashion-mnist-t1"})
final class ZooShowCommand extends AnsweringCommand {

  @Parameters(paramLabel = "NAME", description = "A network's name in the zoo.")
  private String name;

  @Override
  protected Answer answer() {
    ZooCard card = ProjectHome.current().zoo().card(name);
    Table table = Table.of(Column.text("field"), Column.text("value"));
    table.row("name", card.name());
    table.row("file", card.file());
    table.row("timesteps", Figures.whole(card.timesteps()));
    switch (card) {
      case ImageCard image -> {
        table.row("dataset", image.dataset());
        table.row("accuracy", CardResult.text(image));
      }
      case AgentCard agent -> {
        table.row("environment", agent.environment());
        table.row("stateBetweenEnvironmentSteps", agent.stateBetweenEnvironmentSteps());
        table.row("reward", CardResult.text(agent));
        table.row("episodes", Figures.whole(agent.reward().episodes()));
      }
    }
    table.row("sha256", card.sha256());
    StringBuilder tables = new StringBuilder();
    card.rest()
        .forEach(
            (key, value) -> {
              if (value.isValueNode()) {
                table.row(key, value.asText());
              } else {
                tables.append('\n').append(CardField.text(key, value));
              }
            });
    return Answer.done(card, table.text() + tables);
  }
}
