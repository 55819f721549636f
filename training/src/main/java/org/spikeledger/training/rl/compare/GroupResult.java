package org.spikeledger.training.rl.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.spikeledger.training.rl.act.Rewards;

/**
 * What one configuration came to over its seeds; each seed counts as one mean over its episodes.
 *
 * @param name of the configuration
 * @param environment that was learned in
 * @param network what learned
 * @param best over seeds, of the networks of the best evaluations
 * @param last over seeds, of the networks of the last steps
 */
public record GroupResult(
    String name, String environment, String network, Rewards best, Rewards last) {

  /** One a configuration, in order. */
  public static List<GroupResult> of(List<SeedResult> results) {
    Map<String, List<SeedResult>> groups = new LinkedHashMap<>();
    results.forEach(each -> groups.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each));
    return groups.values().stream().map(GroupResult::group).toList();
  }

  private static GroupResult group(List<SeedResult> seeds) {
    SeedResult first = seeds.getFirst();
    return new GroupResult(
        first.name(),
        first.environment(),
        first.network(),
        over(seeds, seed -> seed.best().mean()),
        over(seeds, seed -> seed.last().mean()));
  }

  private static Rewards over(List<SeedResult> seeds, ToDoubleFunction<SeedResult> mean) {
    return Rewards.of(seeds.stream().mapToDouble(mean).toArray());
  }
}
