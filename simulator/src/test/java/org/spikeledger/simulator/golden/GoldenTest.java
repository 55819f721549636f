package org.spikeledger.simulator.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirImport;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.reference.ReferenceEngine;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/** Every simulator gives what was worked out by hand, and the digests of it. */
class GoldenTest {

  static List<GoldenCase> cases() {
    return GoldenCase.all();
  }

  static Stream<Arguments> casesOnEverySimulator() {
    return cases().stream()
        .flatMap(golden -> simulators(golden).map(each -> Arguments.of(golden, each)));
  }

  private static Stream<Named<RunSettings>> simulators(GoldenCase golden) {
    RunSettings event = RunSettings.of(golden.timesteps());
    return Stream.concat(
        Stream.of(Named.of("reference", event.withEngine(EngineChoice.REFERENCE))),
        Stream.of(KernelChoice.values())
            .filter(kernel -> kernel != KernelChoice.AUTO)
            .map(kernel -> Named.of(kernel.key(), event.withKernel(kernel))));
  }

  @Test
  void thereAreCases() {
    assertTrue(cases().size() >= 13, cases().toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFileHoldsTheNetworkThatTheCaseDescribes(GoldenCase golden) {
    NirImport read = NirReader.read(golden.networkFile(), ImportOptions.DEFAULT);
    Graph described = GoldenNetwork.of(golden.content().get("network"));
    assertEquals(described.nodes(), read.graph().nodes());
    assertEquals(described.edges(), read.graph().edges());
    assertEquals(List.of(), read.warnings());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("casesOnEverySimulator")
  void theHandWorkedResultComesOutWithItsDigests(GoldenCase golden, RunSettings settings)
      throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    RunSummary summary =
        run(
            golden,
            settings,
            (record, label) -> {
              lines.addAll(ObservedLines.inference(golden.layers(), record));
              digests.add(HexFormat.of().formatHex(record.digest()));
            });
    assertEquals(expectedLines(golden), String.join("\n", lines));
    assertEquals(
        golden.layers(), summary.layers().stream().map(facts -> facts.layer().name()).toList());
    assertEquals(ExpectedLines.accesses(golden), ObservedLines.accesses(summary));
    JsonNode expected = golden.digests();
    assertEquals(expected.get("fingerprint").asText(), summary.fingerprint());
    assertEquals(texts(expected.get("inferences")), digests);
    assertEquals(expected.get("run").asText(), summary.digest());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("casesOnEverySimulator")
  void theDigestsOverPotentialsAreThoseOfTheHandWorkedPotentials(
      GoldenCase golden, RunSettings settings) throws IOException {
    List<String> digests = new ArrayList<>();
    run(
        golden,
        settings.withDigestPotentials(),
        (record, label) -> digests.add(HexFormat.of().formatHex(record.digest())));
    assertEquals(texts(golden.digests().get("inferencesWithPotentials")), digests);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theReferenceKeepsTheHandWorkedPotentials(GoldenCase golden) {
    GoldenInputs inputs = golden.inputs();
    List<String> observed = new ArrayList<>();
    ReferenceEngine engine =
        new ReferenceEngine(
            graph(golden),
            inputs.kind(),
            golden.timesteps(),
            (timestep, layer, potentials) ->
                observed.add(
                    ObservedLines.potentials(timestep, golden.layers().get(layer), potentials)));
    for (int i = 0; i < inputs.size(); i++) {
      observed.clear();
      engine.run(i, inputs.input(i), engine.newRecord());
      assertEquals(ExpectedLines.potentials(golden, i), observed);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theAccessesOfARealPotentialArrayAreTheHandWorkedOnes(GoldenCase golden) {
    GoldenInputs inputs = golden.inputs();
    Graph graph = graph(golden);
    List<String> witnessed = new ArrayList<>();
    for (LayerFacts facts : LayerFacts.of(graph, inputs.kind())) {
      for (MembraneAccess model : MembraneAccess.values()) {
        ReferenceEngine engine =
            ReferenceEngine.witnessing(model, graph, inputs.kind(), golden.timesteps());
        InferenceRecord record = engine.newRecord();
        for (int i = 0; i < inputs.size(); i++) {
          engine.run(i, inputs.input(i), record);
        }
        witnessed.add(
            ObservedLines.accesses(facts, model, engine.witnessed(facts.layer().index())));
      }
    }
    assertEquals(ExpectedLines.accesses(golden), witnessed);
  }

  private static Graph graph(GoldenCase golden) {
    return NirReader.read(golden.networkFile(), ImportOptions.DEFAULT).graph();
  }

  private static RunSummary run(
      GoldenCase golden, RunSettings settings, InferenceListener listener) {
    return Runner.run(graph(golden), golden.name(), golden.inputs(), settings, List.of(listener));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static String expectedLines(GoldenCase golden) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < golden.inputs().size(); i++) {
      lines.addAll(ExpectedLines.inference(golden, i));
    }
    return String.join("\n", lines);
  }
}
