package org.spikeledger.tools.bench.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where figures were measured.
 *
 * @param processor its model, as the system names it
 * @param cores that this process may use
 * @param system operating system and architecture
 * @param java version of the virtual machine
 * @param loadAverage of the last minute, when the run began; negative where unknown
 */
public record MachineDescription(
    String processor, int cores, String system, String java, double loadAverage) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This machine, now. */
  public static MachineDescription current() {
    return new MachineDescription(
        processorModel(),
        Runtime.getRuntime().availableProcessors(),
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
        Runtime.version().toString(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processorModel() {
    try {
      String text = Files.readString(PROCESSORS);
      return "%s, family %s, model %s"
          .formatted(field(text, "model name"), field(text, "cpu family"), field(text, "model\t"));
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }

  private static String field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
