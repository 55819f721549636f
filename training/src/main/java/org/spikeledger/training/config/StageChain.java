package org.spikeledger.training.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Stages in the order in which they run, each from the last network of an earlier one.
 *
 * @param stages at least one
 */
public record StageChain<S extends ChainedStage>(List<S> stages) {

  /** Copies the list and refuses stages that cannot follow one another. */
  public StageChain {
    stages = List.copyOf(stages);
    Rules.require(!stages.isEmpty(), "there is at least one stage", "stages", "[]");
    Rules.require(
        stages.getFirst().isFirst(),
        "the first stage trains the ANN (timesteps 0), or starts from random weights or a file",
        "stages[0].timesteps",
        stages.getFirst().timesteps());
    Rules.require(
        stages.stream().map(ChainedStage::name).distinct().count() == stages.size(),
        "every stage has its own name",
        "stages",
        stages.stream().map(ChainedStage::name).toList());
    Rules.require(
        stages.stream().skip(1).noneMatch(ChainedStage::isAnn),
        "only the first stage has timesteps 0",
        "stages",
        stages.stream().map(ChainedStage::timesteps).toList());
    for (int i = 0; i < stages.size(); i++) {
      String from = stages.get(i).from();
      Rules.require(
          from.isEmpty() || stages.get(i).isFirst() || index(stages.subList(0, i), from) >= 0,
          "a stage starts from an earlier one",
          "stages[" + i + "].from",
          from);
    }
  }

  /** Index of the stage whose last network a stage starts with; -1 where it starts with none. */
  public int predecessor(int stage) {
    String from = stages.get(stage).from();
    if (stages.get(stage).isFirst()) {
      return -1;
    }
    return from.isEmpty() ? stage - 1 : index(stages, from);
  }

  /** The stages that a stage goes back to, first to last, itself included. */
  public List<S> lineage(S stage) {
    List<S> lineage = new ArrayList<>();
    for (int i = stages.indexOf(stage); i >= 0; i = predecessor(i)) {
      lineage.addFirst(stages.get(i));
    }
    return lineage;
  }

  /** Index of the stage of that name; -1 where there is none. */
  int index(String name) {
    return index(stages, name);
  }

  private static int index(List<? extends ChainedStage> stages, String name) {
    return stages.stream().map(ChainedStage::name).toList().indexOf(name);
  }
}
