package org.spikeledger.tools.bench.run;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.tools.bench.workload.EngineUnderTest;

/**
 * The process that loads a network and keeps its engine alone, and says what that took: packed
 * bytes, seconds, and the resident bytes once the virtual machine has given back what reading left.
 */
final class LoadWorker {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final long KIBIBYTE = 1024;

  /** More than two of the launcher's periods between collections. */
  private static final Duration SETTLING = Duration.ofSeconds(6);

  private LoadWorker() {}

  /** Arguments: the file. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    EngineUnderTest under = EngineUnderTest.best();
    long start = System.nanoTime();
    Plan plan = plan(under, Path.of(arguments[0]));
    Engine engine = under.engine(plan, 1);
    double seconds = (System.nanoTime() - start) / 1e9;
    long packed =
        plan.stages().stream()
            .filter(ConnectionStage.class::isInstance)
            .mapToLong(stage -> ((ConnectionStage) stage).weights().rows().byteSize())
            .sum();
    try {
      Thread.sleep(SETTLING);
      System.out.println(packed + " " + seconds + " " + residentBytes());
    } finally {
      Reference.reachabilityFence(engine);
    }
  }

  /** A method of its own, whose end drops the graph. */
  private static Plan plan(EngineUnderTest under, Path file) {
    Graph graph = NirReader.read(file, ImportOptions.DEFAULT).graph();
    return under.plan(graph, ValueKind.ANALOG);
  }

  private static long residentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return -1;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(RESIDENT))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
        .findFirst()
        .orElse(-1);
  }
}
