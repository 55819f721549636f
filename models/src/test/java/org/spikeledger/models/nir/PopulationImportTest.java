package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;
import org.spikeledger.models.graph.ThresholdRule;

/** How the equations of populations other than IF and LIF become discrete. */
class PopulationImportTest {

  private static final Object[] CURRENTS = {
    "tau_syn", new double[] {.0002, .0004},
    "tau_mem", new double[] {.001, .002},
    "r", 1.0,
    "v_leak", new double[] {0, .5},
    "w_in", new double[] {2, 4}
  };

  @TempDir Path folder;

  @Test
  void currentsAndMembranesOfCubaLifAreMadeDiscreteAlike() {
    NirFileMaker maker = between("CubaLIF", CURRENTS).set("node", "v_threshold", 1.5);
    CubaLIF read = (CubaLIF) node(maker, ImportOptions.DEFAULT);
    assertEquals(Tensor.of(Shape.of(2), .5f, .75f), read.current().leak());
    assertEquals(Tensor.of(Shape.of(2), 1f, 1f), read.current().gain());
    assertEquals(CurrentRule.NEW, read.current().rule());
    assertEquals(Tensor.of(Shape.of(2), .9f, .95f), read.leak());
    assertEquals(Tensor.of(Shape.of(2), .1f, .05f), read.gain());
    assertEquals(Tensor.of(Shape.of(2), 0f, .025f), read.drift());
    assertEquals(Tensor.scalar(1.5f), read.firing().threshold());
  }

  @Test
  void theCurrentThatAMembraneSeesIsAnOptionAndIsTold() {
    NirImport read =
        read(
            between("CubaLI", CURRENTS),
            ImportOptions.DEFAULT.withCurrentRule(CurrentRule.PREVIOUS));
    CubaLI node = (CubaLI) read.graph().node("node");
    assertEquals(CurrentRule.PREVIOUS, node.current().rule());
    assertTrue(
        read.warnings().stream().anyMatch(each -> each.contains("currentRule=PREVIOUS")),
        read.warnings().toString());
  }

  @Test
  void integratorsFollowTheirEquations() {
    assertEquals(
        new I(Tensor.scalar(.25f)), node(between("I", "r", 2500.0), ImportOptions.DEFAULT));
    assertEquals(
        new LI(Tensor.scalar(.75f), Tensor.scalar(.5f), Tensor.scalar(.25f)),
        node(between("LI", "tau", .0004, "r", 2.0, "v_leak", 1.0), ImportOptions.DEFAULT));
  }

  @Test
  void aThresholdTakesItsComparisonFromTheOptions() {
    assertEquals(
        new Threshold(Tensor.of(Shape.of(2), 1f, 2f), ThresholdRule.GREATER_OR_EQUAL),
        node(
            between("Threshold", "threshold", new double[] {1, 2}),
            ImportOptions.DEFAULT.withThresholdRule(ThresholdRule.GREATER_OR_EQUAL)));
  }

  @Test
  void aScaleOfOneElementBroadcasts() {
    assertEquals(
        new Scale(Tensor.scalar(.5f)),
        node(between("Scale", "scale", new float[] {.5f}), ImportOptions.DEFAULT));
    assertEquals(
        new Scale(Tensor.of(Shape.of(2), 1f, -2f)),
        node(between("Scale", "scale", new float[] {1f, -2f}), ImportOptions.DEFAULT));
  }

  @Test
  void aDelayIsRoundedHalfUpToTimestepsAsItsDecimalsSay() {
    double[] seconds = {.00024, .00025, .00035, 0};
    Shape four = Shape.of(4);
    Tensor rounded = Tensor.of(four, 2, 3, 4, 0);
    float[] narrow = {.00024f, .00025f, .00035f, 0};
    for (Object delay : new Object[] {seconds, narrow}) {
      NirFileMaker maker = between("Delay", "delay", delay).set("input", "shape", new long[] {4});
      assertEquals(new Delay(rounded), node(maker, ImportOptions.DEFAULT));
    }
    assertEquals(
        new Delay(Tensor.scalar(2f)),
        node(between("Delay", "delay", .002), ImportOptions.DEFAULT.withTimestepSeconds(1e-3)));
  }

  @Test
  void aSpikesValueIsAnOptionAndIsTold() {
    NirFileMaker maker = between("IF", "r", 1.0, "v_threshold", 1.0);
    assertEquals(1f, ((IF) node(maker, ImportOptions.DEFAULT)).firing().amplitude());
    NirImport read =
        read(
            maker,
            ImportOptions.DEFAULT
                .withTimestepSeconds(1e-3)
                .withSpikeAmplitude(SpikeAmplitude.ONE_PER_TIMESTEP));
    assertEquals(1000f, ((IF) read.graph().node("node")).firing().amplitude());
    assertTrue(
        read.warnings()
            .contains(
                "the file leaves open what the import options decide:"
                    + " spikeAmplitude=ONE_PER_TIMESTEP timestepSeconds=0.001 nodes=[node]"),
        read.warnings().toString());
  }

  @Test
  void aDelayALayerStandsBeforeTheFirstWeightsOfEach() {
    NirFileMaker maker =
        new NirFileMaker()
            .node("input", "Input", "shape", new long[] {2})
            .node("a", "Linear", "weight", new float[][] {{1, 2}, {3, 4}})
            .node("b", "Scale", "scale", 2.0)
            .node("neuron", "IF", "r", 1.0, "v_threshold", 1.0)
            .node("c", "Linear", "weight", new float[][] {{1, 2}, {3, 4}})
            .node("c.delay", "Scale", "scale", 2.0)
            .node("output", "Output", "shape", new long[] {2})
            .chain("input", "a", "b", "neuron", "c", "output")
            .chain("neuron", "c.delay", "output");
    NirImport read = read(maker, ImportProfile.LAVA.options());
    assertEquals(
        List.of(
            "a -> b",
            "a.delay -> a",
            "b -> neuron",
            "c -> output",
            "c.delay -> output",
            "c.delay' -> c",
            "c.delay.delay -> c.delay",
            "input -> a.delay",
            "neuron -> c.delay'",
            "neuron -> c.delay.delay"),
        read.graph().edges().stream().map(Edge::toString).toList());
    assertEquals(new Delay(Tensor.scalar(1f)), read.graph().node("a.delay"));
    assertTrue(
        read.warnings()
            .contains(
                "the file leaves open what the import options decide: layerDelay=1"
                    + " nodes=[a, c, c.delay]"),
        read.warnings().toString());
  }

  @Test
  void aConv1dReadsItsPaddingAsNumberOrWord() {
    NirFileMaker maker =
        new NirFileMaker()
            .node("input", "Input", "shape", new long[] {1, 6})
            .node(
                "node",
                "Conv1d",
                "weight",
                new float[][][] {{{1, 2, 3, 4}}},
                "bias",
                new float[] {.5f},
                "stride",
                2L,
                "padding",
                1L,
                "dilation",
                1L,
                "groups",
                1L,
                "input_shape",
                6L)
            .node("output", "Output", "shape", new long[] {1, 3})
            .chain("input", "node", "output");
    NirImport read = read(maker, ImportOptions.DEFAULT);
    Tensor weight = Tensor.of(Shape.of(1, 1, 4), 1, 2, 3, 4);
    Optional<Tensor> bias = Optional.of(Tensor.of(Shape.of(1), .5f));
    assertEquals(new Conv1d(weight, bias, 2, 1, 1, 1, 1), read.graph().node("node"));
    assertEquals(Shape.of(1, 3), read.graph().shape("node"));
    assertEquals(List.of(), read.warnings());
    assertEquals(
        new Conv1d(weight, bias, 2, 1, 2, 1, 1),
        node(maker.set("node", "padding", "same"), ImportOptions.DEFAULT));
  }

  private static NirFileMaker between(String type, Object... fields) {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {2})
        .node("node", type, fields)
        .node("output", "Output", "shape", new long[] {2})
        .chain("input", "node", "output");
  }

  private Node node(NirFileMaker maker, ImportOptions options) {
    return read(maker, options).graph().node("node");
  }

  private NirImport read(NirFileMaker maker, ImportOptions options) {
    return NirReader.read(maker.write(folder.resolve("network.nir")), options);
  }
}
