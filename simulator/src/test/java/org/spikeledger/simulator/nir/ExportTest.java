package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.convert.Folding;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.random.RandomNetworks;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/** Networks of all kinds as files, and back. */
class ExportTest {

  private static final int NETWORKS = 40;
  private static final int TIMESTEPS = 3;

  @TempDir Path folder;

  @Test
  void writingReadingAndWritingARandomNetworkGivesTheSameBytes() throws IOException {
    for (long seed : seeds(graph -> true)) {
      Graph graph = RandomNetworks.of(seed);
      Path first = folder.resolve("first.nir");
      Path second = folder.resolve("second.nir");
      NirWriter.write(graph, first);
      Graph read = NirReader.read(first, ImportOptions.DEFAULT).graph();
      NirWriter.write(read, second);
      assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second), "seed=" + seed);
      assertEquals(
          Fingerprint.of(graph, "none", TIMESTEPS),
          Fingerprint.of(read, "none", TIMESTEPS),
          "seed=" + seed);
    }
  }

  @Test
  void foldingLeavesWhatANetworkDoesWhereEveryFactorIsAPowerOfTwo() {
    for (long seed :
        seeds(graph -> Folding.of(graph).folded().isEmpty() && !has(graph, Scale.class))) {
      Graph scaled = withScales(RandomNetworks.of(seed));
      Folding folding = Folding.of(scaled);
      assertEquals(List.of(), folding.left(), "seed=" + seed);
      assertEquals(spikesAndOutput(scaled, seed), spikesAndOutput(folding.graph(), seed));
    }
  }

  /** The first seeds whose networks are of a kind and have nothing that NIR cannot say. */
  private static List<Long> seeds(Predicate<Graph> kind) {
    return LongStream.iterate(0, seed -> seed + 1)
        .boxed()
        .filter(seed -> !has(RandomNetworks.of(seed), SparseLinear.class))
        .filter(seed -> kind.test(RandomNetworks.of(seed)))
        .limit(NETWORKS)
        .toList();
  }

  private static boolean has(Graph graph, Class<? extends Node> type) {
    return graph.nodes().values().stream().anyMatch(type::isInstance);
  }

  /** The network with a Scale of 2 behind every connection that keeps its targets in rows. */
  private static Graph withScales(Graph graph) {
    Graph.Builder builder = Graph.builder().properties(graph.properties());
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              builder.node(name, node);
              if (isScaled(node)) {
                builder.node(name + ".scale", new Scale(Tensor.scalar(2f)));
                builder.edge(name, name + ".scale");
              }
            });
    for (Edge edge : graph.edges()) {
      boolean scaled = isScaled(graph.node(edge.source()));
      builder.edge(scaled ? edge.source() + ".scale" : edge.source(), edge.target());
    }
    return builder.build();
  }

  private static boolean isScaled(Node node) {
    return node instanceof Conv2d || node instanceof Linear || node instanceof Affine;
  }

  private static List<String> spikesAndOutput(Graph graph, long seed) {
    List<String> seen = new ArrayList<>(List.of("seed=" + seed));
    RandomInputs inputs =
        new RandomInputs(seed, graph.shape(graph.inputName()), ValueKind.BINARY, TIMESTEPS, 1);
    RunSummary run =
        Runner.run(
            graph,
            "random",
            inputs,
            RunSettings.of(TIMESTEPS),
            List.of((record, _) -> seen.add(Arrays.toString(record.output()))));
    run.layers()
        .forEach(
            facts ->
                seen.add(
                    facts.layer().name()
                        + " "
                        + run.counts().layer(facts.layer().index(), Primitive.SPIKES)));
    return seen;
  }
}
