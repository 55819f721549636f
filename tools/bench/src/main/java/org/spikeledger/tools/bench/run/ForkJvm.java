package org.spikeledger.tools.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
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
          "-XX:+UseG1GC",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=15",
          "-XX:G1PeriodicGCInterval=2000",
          "-Xlog:disable");

  private ForkJvm() {}

  /** Runs a class of ours with this class path. */
  static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
