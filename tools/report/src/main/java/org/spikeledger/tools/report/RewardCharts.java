package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An agent's rewards: step by step over the stages, and by timesteps. */
final class RewardCharts {
  private static final double THOUSAND = 1e3;

  private RewardCharts() {}

  static void writeCurves(Markup page, AgentLog log) {
    List<CurveChart.Point> measured = new ArrayList<>();
    List<CurveChart.Point> played = new ArrayList<>();
    List<CurveChart.Mark> marks = new ArrayList<>();
    double before = 0;
    for (List<AgentRound> stage : log.stages()) {
      marks.add(new CurveChart.Mark(before, stage.getFirst().stage()));
      for (AgentRound round : stage) {
        double at = before + round.steps() / THOUSAND;
        measured.add(point(at, round, round.reward().mean()));
        if (round.playReward() != null) {
          played.add(point(at, round, round.playReward()));
        }
      }
      before += stage.getLast().steps() / THOUSAND;
    }
    List<CurveChart.Line> lines = new ArrayList<>();
    lines.add(new CurveChart.Line("measured, no exploration", "hue0", measured));
    if (!played.isEmpty()) {
      lines.add(new CurveChart.Line("while learning, with exploration", "hue1", played));
    }
    write(page, "Reward of an episode by thousand environment steps", lines, marks);
  }

  private static CurveChart.Point point(double at, AgentRound round, double reward) {
    return new CurveChart.Point(
        at,
        reward,
        "%s step %d: %s".formatted(round.stage(), round.steps(), AgentPage.reward(reward)));
  }

  static void writeAgainstTimesteps(Markup page, AgentLog log) {
    List<CurveChart.Point> points =
        log.spikingStages().stream()
            .map(List::getLast)
            .sorted(Comparator.comparingInt(AgentRound::timesteps))
            .map(
                last ->
                    new CurveChart.Point(
                        last.timesteps(),
                        last.best(),
                        "%s, T = %d: %s"
                            .formatted(
                                last.stage(), last.timesteps(), AgentPage.reward(last.best()))))
            .toList();
    write(
        page,
        "Best reward of a stage against timesteps T of an environment step",
        List.of(new CurveChart.Line("best evaluation", "hue0", points)),
        List.of());
  }

  private static void write(
      Markup page, String title, List<CurveChart.Line> lines, List<CurveChart.Mark> marks) {
    List<CurveChart.Point> points = lines.stream().flatMap(line -> line.points().stream()).toList();
    List<Double> rewards = new ArrayList<>(points.stream().map(CurveChart.Point::y).toList());
    rewards.add(0.0);
    double last = points.stream().mapToDouble(CurveChart.Point::x).max().orElse(0);
    new CurveChart(
            title,
            Scale.counting((int) Math.max(1, Math.ceil(last))),
            List.of(),
            Scale.of(rewards),
            lines,
            marks)
        .write(page);
  }
}
