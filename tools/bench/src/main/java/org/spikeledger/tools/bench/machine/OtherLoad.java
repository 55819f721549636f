package org.spikeledger.tools.bench.machine;

import java.util.OptionalDouble;
import org.spikeledger.models.BadInputException;

/** Watches how much of the machine others use, while we measure and before. */
public final class OtherLoad {

  /** More cores than this, kept busy by others, spoil a measurement. */
  public static final double MOST_CORES = 0.10;

  private static final long WINDOW_MILLIS = 2_000;

  private CpuTime start;

  /** Starts watching. */
  public OtherLoad() {
    restart();
  }

  /** Starts watching again. */
  public void restart() {
    start = CpuTime.isKnown() ? CpuTime.now() : null;
  }

  /** Cores that others kept busy since the start, on average; empty where nobody can tell. */
  public OptionalDouble cores() {
    return start == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(CpuTime.now().otherCoresSince(start));
  }

  /** Whether a load spoils a measurement; one that nobody can tell does. */
  public static boolean isBusy(OptionalDouble cores) {
    return cores.orElse(Double.MAX_VALUE) > MOST_CORES;
  }

  /**
   * Watches for two seconds, doing nothing.
   *
   * @param accepted whether a busy machine is to be accepted
   * @throws BadInputException if others work on this machine and that is not accepted
   */
  public static OptionalDouble beforeMeasuring(boolean accepted) {
    OtherLoad load = new OtherLoad();
    try {
      Thread.sleep(WINDOW_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    OptionalDouble cores = load.cores();
    if (isBusy(cores) && !accepted) {
      throw new BadInputException(
          "speed is measured on an idle machine, or with --busy-ok: busyCoresOfOthers=%s most=%.2f"
              .formatted(
                  cores.isPresent() ? "%.2f".formatted(cores.getAsDouble()) : "unknown",
                  MOST_CORES));
    }
    return cores;
  }
}
