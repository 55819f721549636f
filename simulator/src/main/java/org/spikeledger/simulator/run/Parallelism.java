package org.spikeledger.simulator.run;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/** What several threads do at the same time. Both give the same digests. */
public enum Parallelism {
  /** Each runs inferences of its own: the most inferences a second. */
  THROUGHPUT("throughput"),
  /** All share one inference: the shortest time from an input to its result. */
  LATENCY("latency");

  private final String key;

  Parallelism(String key) {
    this.key = key;
  }

  /** The name on the command line and in JSON. */
  public String key() {
    return key;
  }

  /** The one of a name. */
  public static Parallelism of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "threads run inferences for one of %s: parallel=%s"
                        .formatted(
                            Arrays.stream(values())
                                .map(Parallelism::key)
                                .collect(Collectors.joining(", ")),
                            key)));
  }
}
