package org.spikeledger.tools.cli.zoo;

import org.spikeledger.tools.cli.network.AgentCard;
import org.spikeledger.tools.cli.network.ImageCard;
import org.spikeledger.tools.cli.network.ZooCard;
import org.spikeledger.tools.report.Figures;

/** What a network came to, in a word. */
final class CardResult {

  private CardResult() {}

  static String text(ZooCard card) {
    return switch (card) {
      case ImageCard image -> Figures.percent(image.accuracy());
      case AgentCard agent ->
          "%s +- %s"
              .formatted(
                  Figures.mean(agent.reward().mean()), Figures.mean(agent.reward().deviation()));
    };
  }
}
