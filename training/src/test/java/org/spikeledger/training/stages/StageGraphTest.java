package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.progress.EpochMetrics;
import org.spikeledger.training.progress.MetricsSummary;

@WithLibtorch
class StageGraphTest {
  private static final TinyDataset TRAINING = new TinyDataset(240, 1);
  private static final TinyDataset TEST = new TinyDataset(60, 2);

  @TempDir private Path folder;

  private static String stage(String name, int epochs, String fields) {
    return """
    {"name": "%s", "timesteps": 1, "epochs": %d, "batchSize": 16,
     "optimiser": {"kind": "adam", "learningRate": 0.002},
     "schedule": {"kind": "oneCycle", "warmUp": 0.1}, "export": true%s}\
    """
        .formatted(name, epochs, fields);
  }

  private TrainingConfiguration after(String... stages) {
    return TinyConfiguration.changed(
        folder, "\n  ],\n  \"export\"", ",\n" + String.join(",", stages) + "\n  ],\n  \"export\"");
  }

  private TrainingConfiguration of(String... stages) {
    return TinyConfiguration.changed(
        folder,
        TinyConfiguration.JSON.substring(
            TinyConfiguration.JSON.indexOf("{\"name\": \"ann\""),
            TinyConfiguration.JSON.indexOf("\n  ],\n  \"export\"")),
        String.join(",", stages));
  }

  private List<EpochMetrics> epochs(String stage) {
    return MetricsSummary.read(folder.resolve("metrics.jsonl")).epochs().stream()
        .filter(epoch -> epoch.stage().equals(stage))
        .toList();
  }

  private SpikingNetwork stored(TrainingConfiguration configuration, String name) {
    StageConfiguration stage =
        configuration.stages().stream().filter(s -> s.name().equals(name)).findAny().orElseThrow();
    return new StoredStages(configuration, TRAINING.imageShape()).network(stage);
  }

  @Test
  void aStageStartsWithTheLastNetworkOfTheStageItNames() {
    TrainingConfiguration configuration =
        after(stage("copy", 0, ", \"from\": \"t2\""), stage("next", 0, ""));
    new TrainingRun(configuration, TRAINING, TEST).run();
    SpikingNetwork expected = stored(configuration, "t2");
    for (String name : List.of("copy", "next")) {
      SpikingNetwork actual = stored(configuration, name);
      assertEquals(1, actual.timesteps());
      expected
          .state()
          .forEach(
              (key, tensor) ->
                  assertArrayEquals(
                      FloatTensors.values(tensor),
                      FloatTensors.values(actual.state().get(key)),
                      name + " " + key));
    }
    assertEquals(
        List.of("ann", "t2", "copy", "next"),
        configuration.lineage(configuration.stages().getLast()).stream()
            .map(StageConfiguration::name)
            .toList());
  }

  @Test
  void aStageStartsWithTheNetworkOfAFileAndTrainsItOn() {
    TrainingConfiguration first = TinyConfiguration.in(folder.resolve("first"));
    new TrainingRun(first, TRAINING, TEST).run();
    SpikingNetwork written = stored(first, "t1");
    Path file = folder.resolve("written.nir");
    Graph graph =
        GraphExport.export(
            written, TRAINING.imageShape(), NetworkProperties.NONE, new MantissaBits(23));
    NirWriter.write(graph, file);
    String from = ", \"from\": \"" + file + "\"";
    TrainingConfiguration configuration = of(stage("same", 0, from), stage("longer", 2, ""));
    new TrainingRun(configuration, TRAINING, TEST).run();
    stored(configuration, "same")
        .state()
        .forEach(
            (key, tensor) ->
                assertArrayEquals(
                    FloatTensors.values(written.state().get(key)),
                    FloatTensors.values(tensor),
                    key));
    assertTrue(epochs("longer").get(2).loss() < epochs("longer").get(1).loss());
    assertEquals("written.nir", configuration.withoutFolders().stages().getFirst().from());
  }

  @Test
  void aStrongerSpikePenaltyGivesFewerSpikes() {
    TrainingConfiguration configuration =
        after(
            stage("none", 3, ", \"from\": \"t1\""),
            stage("weak", 3, ", \"from\": \"t1\", \"spikePenalty\": 0.3"),
            stage("strong", 3, ", \"from\": \"t1\", \"spikePenalty\": 20.0"));
    new TrainingRun(configuration, TRAINING, TEST).run();
    double[] rates =
        Stream.of("none", "weak", "strong")
            .mapToDouble(name -> spikesPerFed(epochs(name).getLast()))
            .toArray();
    assertTrue(rates[1] < rates[0] * 0.95, Arrays.toString(rates));
    assertTrue(rates[2] < rates[1] * 0.95, Arrays.toString(rates));
  }

  /** What the regulariser adds to the loss for strength 1. */
  private static double spikesPerFed(EpochMetrics epoch) {
    double fed = 0;
    double spikes = 0;
    for (LayerActivity layer : epoch.layers()) {
      fed += layer.multiplyAccumulatesFed();
      spikes += layer.spikeRate() * epoch.timesteps() * layer.multiplyAccumulatesFed();
    }
    return spikes / fed;
  }

  @Test
  void aStageIsMeasuredAfterSoManyEpochsAndItsLast() {
    TrainingConfiguration configuration =
        after(
            stage("each", 5, ", \"from\": \"t1\""),
            stage("some", 5, ", \"from\": \"t1\", \"measureEvery\": 2"));
    new TrainingRun(configuration, TRAINING, TEST).run();
    assertEquals(List.of(0, 2, 4, 5), epochs("some").stream().map(EpochMetrics::epoch).toList());
    assertEquals(6, epochs("each").size());
  }

  @Test
  void aStageEndsWithTheStatisticsOfItsImagesAllAlike() {
    TrainingConfiguration configuration =
        TinyConfiguration.changed(
            folder,
            json ->
                json.replace("\"cropPadding\": 1", "\"cropPadding\": 0")
                    .replace("\"images\": 32}", "\"images\": 32, \"keepsNormalisation\": true}"));
    new TrainingRun(configuration, TRAINING, TEST).run();
    Map<String, Tensor> state = stored(configuration, "t1").state();
    BatchMaker batches = new BatchMaker(TRAINING, configuration.normalisation().ofChannels(1));
    Tensor currents =
        torch.conv2d(
            batches.plain(0, TRAINING.size()).images(),
            state.get("conv1_weight"),
            new TensorOptional(),
            new long[] {1, 1},
            new long[] {1, 1},
            new long[] {1, 1},
            1);
    float[] values = FloatTensors.values(currents);
    float[] running = FloatTensors.values(state.get("conv1_mean"));
    int pixels = values.length / running.length / TRAINING.size();
    for (int channel = 0; channel < running.length; channel++) {
      double sum = 0;
      for (int image = 0; image < TRAINING.size(); image++) {
        for (int pixel = 0; pixel < pixels; pixel++) {
          sum += values[(image * running.length + channel) * pixels + pixel];
        }
      }
      assertEquals(sum / (TRAINING.size() * pixels), running[channel], 1e-5, "channel=" + channel);
    }
  }

  @Test
  void anSnnStartsFromRandomWeightsWithBalancedOrGivenThresholds() {
    TrainingConfiguration configuration =
        of(
            stage("balanced", 2, ", \"from\": \"random\""),
            stage("given", 0, ", \"from\": \"random\", \"initialThreshold\": 0.75"));
    new TrainingRun(configuration, TRAINING, TEST).run();
    List<EpochMetrics> balanced = epochs("balanced");
    assertTrue(balanced.get(2).loss() < balanced.get(1).loss(), balanced.toString());
    assertEquals(0.1, balanced.getFirst().layers().getFirst().spikeRate(), 0.05);
    for (LayerActivity layer : epochs("given").getLast().layers()) {
      assertEquals(0.75, layer.threshold());
      assertEquals(1.0, layer.leak());
    }
  }

  @Test
  void namesOfNoEarlierStageAndValuesInTheWrongPlaceAreRefused() {
    for (String fields :
        List.of(
            ", \"from\": \"nowhere\"",
            ", \"from\": \"bad\"",
            ", \"from\": \"file.nir\", \"initialThreshold\": 1.0",
            ", \"initialThreshold\": 1.0",
            ", \"spikePenalty\": -1.0",
            ", \"measureEvery\": 0",
            ", \"averagedEpochs\": -1",
            ", \"averagedEpochs\": 2")) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> after(stage("bad", 1, fields)), fields);
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }
}
