package org.spikeledger.tools.bench.run;

import java.util.List;

/**
 * The virtual machines that measure: flags as the launcher gives them to commands that simulate.
 */
final class ForkJvm {

  /** All of them. */
  static final List<String> FLAGS =
      List.of(
          "--add-modules",
          "jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "--add-exports",
          "java.base/jdk.internal.misc=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseParallelGC",
          "-Xlog:disable");

  private ForkJvm() {}
}
