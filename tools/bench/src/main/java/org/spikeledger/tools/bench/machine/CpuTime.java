package org.spikeledger.tools.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU time used on this machine so far, from Linux's {@code /proc}, in ticks of a hundredth of a
 * second.
 *
 * @param all by anybody, with what the host of a virtual machine took for others
 * @param own by this process and by its children that have ended
 * @param nanos when it was read, as {@link System#nanoTime} has it
 */
record CpuTime(long all, long own, long nanos) {

  private static final double TICKS_PER_SECOND = 100;
  private static final int FIELDS = 14;
  private static final Path ALL = Path.of("/proc/stat");
  private static final Path OWN = Path.of("/proc/self/stat");

  /** Whether this machine tells. */
  static boolean isKnown() {
    return Files.isReadable(ALL) && Files.isReadable(OWN);
  }

  static CpuTime now() {
    try {
      return parse(Files.readString(ALL), Files.readString(OWN), System.nanoTime());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CpuTime parse(String stat, String selfStat, long nanos) {
    // cpu user nice system idle iowait irq softirq steal ...
    long[] all = numbers(stat.lines().findFirst().orElseThrow().substring("cpu".length()));
    long busy = all[0] + all[1] + all[2] + all[5] + all[6] + all[7];
    // The name, in brackets, may hold spaces; utime is the 14th field, the 12th after the name.
    long[] own = numbers(selfStat.substring(selfStat.lastIndexOf(')') + 3).strip());
    return new CpuTime(busy, own[10] + own[11] + own[12] + own[13], nanos);
  }

  private static long[] numbers(String text) {
    // Later fields can be unsigned; none of those wanted is.
    return Arrays.stream(text.strip().split("\\s+", -1))
        .limit(FIELDS)
        .mapToLong(Long::parseLong)
        .toArray();
  }

  /** Cores that others kept busy since an earlier time, on average. */
  double otherCoresSince(CpuTime before) {
    double seconds = (nanos - before.nanos) / 1e9;
    double others = (all - before.all) - (own - before.own);
    return Math.max(0, others / TICKS_PER_SECOND / seconds);
  }
}
