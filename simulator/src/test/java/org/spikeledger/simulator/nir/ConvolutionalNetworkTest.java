package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/** The convolutional network of the NIR repository runs the same on both engines. */
class ConvolutionalNetworkTest {

  private static final int TIMESTEPS = 3;
  private static final long SEED = 20261124L;

  @Test
  void bothEnginesGiveOneDigestForTheNetworkOfSinabs() {
    Graph graph =
        NirReader.read(PublicNirFiles.file("cnn_sinabs.nir"), ImportProfile.SINABS.options())
            .graph();
    RandomInputs events =
        new RandomInputs(SEED, Shape.of(2, 34, 34), ValueKind.BINARY, TIMESTEPS, 1);
    RunSettings settings = RunSettings.of(TIMESTEPS).withDigestPotentials();
    RunSummary expected = run(graph, events, settings.withEngine(EngineChoice.REFERENCE));
    RunSummary actual = run(graph, events, settings);
    assertEquals(expected.counts(), actual.counts(), "seed=" + SEED);
    assertEquals(expected.digest(), actual.digest(), "seed=" + SEED);
    for (int layer = 0; layer < expected.layers().size() - 1; layer++) {
      assertTrue(
          expected.counts().layer(layer, Primitive.SPIKES) > 0,
          "a layer is silent: layer=" + layer + " seed=" + SEED);
    }
  }

  private static RunSummary run(Graph graph, RandomInputs events, RunSettings settings) {
    return Runner.run(graph, "cnn_sinabs.nir", events, settings, List.of());
  }
}
