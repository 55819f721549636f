package org.spikeledger.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.simulator.encode.DirectDataset;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.conversion.Conversion;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class AgreementTest {
  private static final int TIMESTEPS = 4;
  private static final double ROUNDING = 1e-5;
  private static final TinyDataset IMAGES = new TinyDataset(60, 6);

  @TempDir private Path folder;
  private BatchMaker batches;
  private DirectDataset inputs;
  private SpikingNetwork network;
  private Graph stored;

  @BeforeEach
  void exportAnUntrainedNetwork() {
    TrainingConfiguration configuration = TinyConfiguration.in(folder);
    batches = new BatchMaker(IMAGES, configuration.normalisation().ofChannels(1));
    inputs =
        new DirectDataset(
            "tiny", IMAGES, new Normalisation(List.of(0.2), List.of(0.5)), IMAGES.imageShape());
    AnnNetwork ann =
        AnnNetwork.initial(
            InitialLayers.make(configuration.network(), Shape.of(1, 8, 8), new SplittableRandom(8)),
            true,
            Precision.FLOAT32);
    Tensor images = batches.plain(0, 60).images();
    network =
        Conversion.convert(
            ann, configuration.conversion(), 0.3, Precision.FLOAT32, images, TIMESTEPS);
    stored = stored(new MantissaBits(23));
  }

  private Graph stored(MantissaBits rounding) {
    Path file = folder.resolve("tiny.nir");
    NirWriter.write(
        GraphExport.export(network, IMAGES.imageShape(), NetworkProperties.NONE, rounding), file);
    return NirReader.read(file, ImportOptions.DEFAULT).graph();
  }

  @Test
  void aNetworkRebuiltFromItsFileGivesTheSameLogits() {
    Tensor images = batches.plain(0, 20).images();
    assertArrayEquals(
        FloatTensors.values(network.logits(images)),
        FloatTensors.values(GraphInLibtorch.rebuild(stored, TIMESTEPS).logits(images)));
  }

  @Test
  void fewerMantissaBitsStandInTheFile() {
    Graph rounded = stored(new MantissaBits(6));
    Tensor weight = GraphInLibtorch.rebuild(rounded, 1).layers().getFirst().synapses().weight();
    for (float value : FloatTensors.values(weight)) {
      assertEquals(value, new MantissaBits(6).round(value));
    }
  }

  @Test
  void theSimulatorSpikesAsLibtorchDoesUpToRounding() {
    Agreement agreement = Agreement.measure(stored, TIMESTEPS, inputs, batches, 60);
    assertEquals(60, agreement.images());
    assertTrue(agreement.spikes() > 1000, agreement.toString());
    assertTrue(agreement.identicalImages() >= 55, agreement.toString());
    assertTrue(agreement.largestOriginMargin() < ROUNDING, agreement.toString());
  }

  @Test
  void aSpikeThatIsMissingIsFoundWhereItIs() {
    LibtorchInference inference =
        LibtorchInference.run(
            GraphInLibtorch.rebuild(stored, TIMESTEPS), batches.plain(0, 1).images());
    assertTrue(SpikeComparison.of(inference, log(inference, -1, -1)).agrees());
    SpikeComparison comparison = SpikeComparison.of(inference, log(inference, 1, 2));
    assertEquals(1, comparison.disagreements());
    assertEquals(1, comparison.differing());
    Disagreement origin = comparison.origins().getFirst();
    assertEquals(1, origin.layer());
    assertEquals(2, origin.timestep());
    assertEquals(inference.layers().get(1).firing(2)[0], origin.neuron());
  }

  @Test
  void runsOfOtherTimestepsAreNotCompared() {
    LibtorchInference inference =
        LibtorchInference.run(
            GraphInLibtorch.rebuild(stored, TIMESTEPS), batches.plain(0, 1).images());
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> SpikeComparison.of(inference, new SpikeLog(4, TIMESTEPS + 1)));
    assertTrue(refused.getMessage().contains("timesteps=4/5"), refused.getMessage());
  }

  /** The inference's own spikes, without the first one of a layer and timestep. */
  private static SpikeLog log(LibtorchInference inference, int layer, int timestep) {
    SpikeLog log = new SpikeLog(inference.layers().size() + 1, inference.timesteps());
    for (int t = 0; t < inference.timesteps(); t++) {
      for (int l = 0; l < inference.layers().size(); l++) {
        int[] firing = inference.layers().get(l).firing(t);
        boolean shortened = l == layer && t == timestep;
        int[] kept = shortened ? Arrays.copyOfRange(firing, 1, firing.length) : firing;
        log.append(kept, null, kept.length);
      }
      log.append(new int[0], null, 0);
    }
    return log;
  }
}
