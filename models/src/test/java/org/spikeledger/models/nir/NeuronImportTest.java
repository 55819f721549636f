package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ThresholdRule;

class NeuronImportTest {

  private static final Shape THREE = Shape.of(3);

  @TempDir Path folder;

  @Test
  void forwardEulerKeepsOneMinusDtOverTau() {
    LIF lif = (LIF) neuron(NirFileMaker.lif(), ImportOptions.DEFAULT);
    assertEquals(Tensor.of(THREE, .9f, .95f, .975f), lif.leak());
    assertEquals(Tensor.of(THREE, .1f, .1f, .075f), lif.gain());
    assertEquals(Tensor.of(THREE, .05f, 0f, -.025f), lif.drift());
    assertEquals(Tensor.of(THREE, 1f, 2f, 3f), lif.firing().threshold());
  }

  @Test
  void theExactExponentialTakesItsGainFromTheDecay() {
    LIF lif =
        (LIF)
            neuron(
                NirFileMaker.lif(), ImportOptions.DEFAULT.withLeakRule(LeakRule.EXACT_EXPONENTIAL));
    double[] decay = {Math.exp(-.1), Math.exp(-.05), Math.exp(-.025)};
    assertClose(decay[0], lif.leak().get(0));
    assertClose((1 - decay[1]) * 2, lif.gain().get(1));
    assertClose(-(1 - decay[2]), lif.drift().get(2));
  }

  @Test
  void theExponentialWithEulersGainRestsAtTheLeakPotential() {
    LIF lif =
        (LIF)
            neuron(
                NirFileMaker.lif(),
                ImportOptions.DEFAULT.withLeakRule(LeakRule.EXPONENTIAL_EULER_GAIN));
    assertClose(Math.exp(-.1), lif.leak().get(0));
    assertClose(.1, lif.gain().get(1));
    assertClose(.5, lif.drift().get(0) / (1.0 - lif.leak().get(0)));
  }

  @Test
  void theTimestepIsAnOption() {
    LIF lif = (LIF) neuron(NirFileMaker.lif(), ImportOptions.DEFAULT.withTimestepSeconds(5e-4));
    assertEquals(Tensor.of(THREE, .5f, .75f, .875f), lif.leak());
  }

  @Test
  void scalarParametersBroadcast() {
    NirFileMaker maker =
        NirFileMaker.lif()
            .set("neuron", "tau", .001)
            .set("neuron", "v_leak", new double[] {0})
            .set("neuron", "v_threshold", 2.0);
    LIF lif = (LIF) neuron(maker, ImportOptions.DEFAULT);
    assertEquals(Tensor.scalar(.9f), lif.leak());
    assertEquals(Tensor.of(THREE, .1f, .2f, .3f), lif.gain());
    assertEquals(Tensor.scalar(0f), lif.drift());
    assertEquals(Tensor.scalar(2f), lif.firing().threshold());
  }

  @Test
  void parametersOfDifferentShapesAreRefused() {
    refused(
        NirFileMaker.lif().set("neuron", "tau", new double[] {1, 2}),
        "neuron parameters of more than one element share a shape: shape=(2) other=(3)"
            + " node=neuron");
  }

  @Test
  void aTimeConstantThatIsNotAboveZeroIsRefused() {
    for (double tau : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          NirFileMaker.lif().set("neuron", "tau", tau),
          "a time constant must be finite and above 0: tau=" + tau + " node=neuron");
    }
  }

  @Test
  void aThresholdThatIsNotAboveZeroIsRefused() {
    refused(
        NirFileMaker.lif().set("neuron", "v_threshold", 0.0),
        "a threshold must be above 0: threshold=0.0 node=neuron");
  }

  @Test
  void theRulesComeFromTheOptionsAndAreTold() {
    NirImport read = read(NirFileMaker.lif(), ImportProfile.SINABS.options());
    Firing firing = ((Neuron) read.graph().node("neuron")).firing();
    assertEquals(ThresholdRule.GREATER_OR_EQUAL, firing.thresholdRule());
    assertEquals(SpikeRule.MULTIPLE, firing.spikeRule());
    assertEquals(ResetRule.BY_SUBTRACTION, firing.resetRule());
    String told = "the file leaves open what the import options decide: ";
    assertEquals(
        List.of(
            told + "leakRule=EXPONENTIAL_EULER_GAIN timestepSeconds=1.0E-4 nodes=[neuron]",
            told + "resetRule=BY_SUBTRACTION nodes=[neuron]",
            told + "thresholdRule=GREATER_OR_EQUAL nodes=[neuron]",
            told + "spikeRule=MULTIPLE nodes=[neuron]"),
        read.warnings());
  }

  @Test
  void theResetValueCountsOnlyForAResetToAValue() {
    NirFileMaker maker = NirFileMaker.lif().set("neuron", "v_reset", new double[] {.1, .2, .3});
    assertEquals(
        Tensor.of(THREE, .1f, .2f, .3f),
        neuron(maker, ImportOptions.DEFAULT).firing().resetValue());
    NirImport soft = read(maker, ImportOptions.DEFAULT.withResetRule(ResetRule.BY_SUBTRACTION));
    assertEquals(Tensor.scalar(0f), ((Neuron) soft.graph().node("neuron")).firing().resetValue());
    assertTrue(
        soft.warnings()
            .contains("a reset by subtraction leaves v_reset unused: v_reset=0.1 node=neuron"),
        soft.warnings().toString());
  }

  @Test
  void theResistanceOfAnIfIsPerSecondOrPerTimestep() {
    float[] one = {1, 1};
    float[] perSecond = {1e4f, 2e4f};
    assertEquals(1f, gain(one, ResistanceRule.PER_TIMESTEP).get(0));
    assertEquals(1e-4f, gain(one, ResistanceRule.PER_SECOND).get(0));
    assertEquals(1f, gain(one, ResistanceRule.ONE_IS_PER_TIMESTEP).get(0));
    assertEquals(1e4f, gain(perSecond, ResistanceRule.PER_TIMESTEP).get(0));
    assertEquals(2f, gain(perSecond, ResistanceRule.PER_SECOND).get(1));
    assertEquals(2f, gain(perSecond, ResistanceRule.ONE_IS_PER_TIMESTEP).get(1));
  }

  @Test
  void anEulerReaderThatKnowsNoMetadataArrivesAtTheSameCoefficients() {
    long seed = 11;
    Random random = new Random(seed);
    Shape shape = Shape.of(1000);
    float[] leak = new float[1000];
    float[] gain = new float[1000];
    for (int i = 0; i < leak.length; i++) {
      leak[i] = random.nextFloat() * .999f;
      gain[i] = .01f + random.nextFloat();
    }
    LIF written =
        new LIF(
            Tensor.of(shape, leak),
            Tensor.of(shape, gain),
            Tensor.scalar(0f),
            Firing.ofPaper(Tensor.scalar(1f)));
    PopulationEquation equation = new PopulationEquation(written);
    NirFileMaker maker =
        new NirFileMaker()
            .node("input", "Input", "shape", new long[] {1000})
            .node("neuron", equation.type())
            .node("output", "Output", "shape", new long[] {1000})
            .chain("input", "neuron", "output");
    equation
        .fields()
        .forEach(
            (field, value) -> {
              double[] values = new double[1000];
              for (int i = 0; i < values.length; i++) {
                values[i] = value.applyAsDouble(i);
              }
              maker.set("neuron", field, values);
            });
    LIF read = (LIF) neuron(maker, ImportOptions.DEFAULT);
    assertEquals(written.leak(), read.leak(), "seed=" + seed);
    assertEquals(written.gain(), read.gain(), "seed=" + seed);
  }

  @Test
  void fieldsThatWereEditedAfterTheMetadataAreAWarning() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
            .node("output", new Output())
            .chain("input", "neuron", "output")
            .build();
    NirFileMaker maker =
        NirFileMaker.integrateAndFire(new double[] {1e4, 1e4})
            .set("neuron", "v_reset", new double[] {0, 0})
            .set("neuron", "metadata/spikeledger_neuron", "IF")
            .set("neuron", "metadata/spikeledger_gain", 1f)
            .set("neuron", "metadata/spikeledger_threshold", 1f)
            .set("neuron", "metadata/spikeledger_reset_value", 0f)
            .set("neuron", "metadata/spikeledger_threshold_rule", "GREATER")
            .set("neuron", "metadata/spikeledger_spike_rule", "SINGLE")
            .set("neuron", "metadata/spikeledger_reset_rule", "BY_SUBTRACTION");
    NirImport same = read(maker, ImportOptions.DEFAULT);
    assertEquals(graph.nodes(), same.graph().nodes());
    assertEquals(List.of(), same.warnings());
    NirImport edited =
        read(maker.set("neuron", "v_threshold", new float[] {1, 2}), ImportOptions.DEFAULT);
    assertEquals(graph.nodes(), edited.graph().nodes());
    assertEquals(
        List.of("a neuron's fields differ from its metadata, which decides: node=neuron"),
        edited.warnings());
    refused(
        maker.set("neuron", "metadata/spikeledger_reset_rule", "SOMETIMES"),
        "the value is not known: spikeledger_reset_rule=SOMETIMES node=neuron");
  }

  @Test
  void profilesAreFoundByNameAndOthersAreRefused() {
    for (ImportProfile profile : ImportProfile.values()) {
      assertEquals(profile, ImportProfile.named(profile.toString()));
    }
    BadInputException refused =
        assertThrows(BadInputException.class, () -> ImportProfile.named("brian"));
    assertEquals(
        "the import profile is not known: profile=brian known=nir, snntorch, norse, sinabs, nengo, lava,"
            + " spikingjelly, paper",
        refused.getMessage());
  }

  @Test
  void aTimestepThatIsNotAboveZeroIsRefused() {
    for (double seconds : new double[] {0, -1e-4, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          BadInputException.class, () -> ImportOptions.DEFAULT.withTimestepSeconds(seconds));
    }
  }

  private Tensor gain(float[] r, ResistanceRule rule) {
    return neuron(NirFileMaker.integrateAndFire(r), ImportOptions.DEFAULT.withResistanceRule(rule))
        .gain();
  }

  private Neuron neuron(NirFileMaker maker, ImportOptions options) {
    return (Neuron) read(maker, options).graph().node("neuron");
  }

  private NirImport read(NirFileMaker maker, ImportOptions options) {
    return NirReader.read(maker.write(folder.resolve("made.nir")), options);
  }

  private void refused(NirFileMaker maker, String message) {
    Path file = maker.write(folder.resolve("made.nir"));
    BadInputException refused =
        assertThrows(BadInputException.class, () -> NirReader.read(file, ImportOptions.DEFAULT));
    assertEquals(message + " file=" + file, refused.getMessage());
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.abs(expected) * 1e-6);
  }
}
