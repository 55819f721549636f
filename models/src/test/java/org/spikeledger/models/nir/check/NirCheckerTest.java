package org.spikeledger.models.nir.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirFileMaker;

class NirCheckerTest {

  @TempDir Path folder;

  private NetworkCheck check(NirFileMaker maker) {
    return check(maker, Optional.empty());
  }

  private NetworkCheck check(NirFileMaker maker, Optional<ValueKind> input) {
    Path file = maker.write(folder.resolve("network.nir"));
    return NirChecker.check(file, ImportOptions.DEFAULT, input);
  }

  private static List<String> errors(NetworkCheck check) {
    return messages(check, Severity.ERROR);
  }

  private static List<String> messages(NetworkCheck check, Severity severity) {
    return check.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::message)
        .toList();
  }

  @Test
  void aNetworkThatCanBeRunHasNoErrorAndATreatmentOfEveryNode() {
    NetworkCheck check = check(NirFileMaker.lif());
    assertEquals(List.of(), errors(check));
    assertTrue(check.isBelow(Severity.ERROR));
    assertFalse(check.isBelow(Severity.WARNING), "dt is nowhere in a file");
    assertEquals(
        List.of("input", "neuron", "output"), check.nodes().stream().map(NodeCheck::name).toList());
    String neuron = check.nodes().get(1).treatment().orElseThrow();
    assertEquals(
        "leak 0.9 to 0.975, gain 0.075 to 0.1, drift -0.025 to 0.05, fires above 1.0 to 3.0,"
            + " reset to 0.0",
        neuron);
  }

  @Test
  void whatTheInputIsDecidesWhatASynapseCosts() {
    NirFileMaker maker = NirFileMaker.convolution();
    assertEquals(
        Optional.of("spikes of value 1 arrive: an accumulate a synapse"),
        check(maker).nodes().get(1).treatment());
    assertEquals(
        Optional.of("graded events arrive: a multiply-accumulate a synapse"),
        check(maker, Optional.of(ValueKind.GRADED)).nodes().get(1).treatment());
    assertEquals(
        Optional.of(
            "analog values arrive: a multiply-accumulate a synapse, computed once an inference"),
        check(maker, Optional.of(ValueKind.ANALOG)).nodes().get(1).treatment());
  }

  @Test
  void allThatIsWrongIsFoundAtOnce() {
    NetworkCheck check =
        check(
            NirFileMaker.lif()
                .set("neuron", "tau", new double[] {.001, 0, -1})
                .set("neuron", "v_threshold", new double[] {1, Double.NaN, 1})
                .node("alone", "Linear", "weight", new float[][] {{1}})
                .node("strange", "Quantum")
                .chain("neuron", "strange", "nowhere")
                .chain("input", "neuron"));
    assertEquals(
        List.of(
            "both ends of an edge must be nodes of the network: edge=strange -> nowhere"
                + " missing=nowhere",
            "an edge must not stand twice: edge=input -> neuron",
            "every node must be reached from the input: node=alone",
            "every node must reach the output: node=alone",
            "every node must reach the output: node=strange",
            "the value must be above 0: tau=0.0 index=1 values=2 node=neuron",
            "NaN and infinite values are refused: v_threshold=NaN index=1 values=1 node=neuron",
            "the node type is not supported yet: type=Quantum node=strange"),
        errors(check));
    assertTrue(check.nodes().stream().allMatch(node -> node.treatment().isEmpty()));
  }

  @Test
  void severalInputsAndNoOutputAreFound() {
    NetworkCheck check =
        check(
            new NirFileMaker()
                .node("a", "Input", "shape", new long[] {1})
                .node("b", "Input", "shape", new long[] {1})
                .chain("a", "b"));
    assertEquals(
        List.of(
            "nothing may feed the input: edge=a -> b",
            "a network has exactly one Input: nodes=[a, b]",
            "a network has exactly one Output: nodes=[]",
            "every node must reach the output: node=a",
            "every node must reach the output: node=b"),
        errors(check));
  }

  @Test
  void aShapeThatDoesNotFitIsFoundAndWhatFollowsHasNone() {
    NetworkCheck check =
        check(
            NirFileMaker.lif()
                .node("wide", "Linear", "weight", new float[][] {{1, 2, 3, 4}})
                .chain("neuron", "wide", "output"));
    assertEquals(
        List.of(
            "the weight's second dimension is the number of values that arrive ((3)):"
                + " weight=(1, 4) node=wide"),
        errors(check));
    assertEquals(
        Optional.of(Shape.of(3)),
        check.nodes().stream()
            .filter(node -> node.name().equals("neuron"))
            .findFirst()
            .orElseThrow()
            .shape());
  }

  @Test
  void aDeclaredShapeThatIsWrongIsToldInANetworkThatIsRefused() {
    NetworkCheck check =
        check(
            NirFileMaker.convolution()
                .set("conv", "input_shape", new long[] {9, 9})
                .chain("conv", "missing"));
    assertEquals(
        List.of(
            "a declared shape differs from the computed one, which counts: input_shape=(9, 9)"
                + " computed=(5, 4) node=conv"),
        messages(check, Severity.WARNING));
  }

  @Test
  void theEdgeWhereACycleIsCutIsToldOnce() {
    NetworkCheck check =
        check(
            NirFileMaker.lif()
                .node("again", "Linear", "weight", new float[3][3])
                .chain("neuron", "again", "neuron"));
    assertEquals(
        List.of(
            "a cycle is cut at an edge, which carries the previous timestep: edge=neuron -> again"),
        messages(check, Severity.NOTE));
    assertEquals(List.of(), errors(check));
  }

  @Test
  void aNestedNetworkIsCheckedUnderItsName() {
    NirFileMaker outer =
        new NirFileMaker()
            .node("input", "Input", "shape", new long[] {3})
            .nest("inner", NirFileMaker.lif())
            .node("output", "Output", "shape", new long[] {3})
            .chain("input", "inner", "output");
    NetworkCheck sound = check(outer);
    assertEquals(List.of(), errors(sound));
    assertEquals("inner.neuron", sound.nodes().get(1).name());
    NetworkCheck broken = check(outer.nest("inner", NirFileMaker.lif().chain("neuron", "lost")));
    assertEquals(
        List.of(
            "both ends of an edge must be nodes of the network: edge=neuron -> lost missing=lost"),
        errors(broken));
  }

  @Test
  void aChainLongerThanAStackIsWalked() {
    NirFileMaker maker =
        new NirFileMaker()
            .node("input", "Input", "shape", new long[] {1})
            .node("output", "Output", "shape", new long[] {1});
    String last = "input";
    for (int i = 0; i < 3000; i++) {
      maker.node("n" + i, "Quantum").chain(last, "n" + i);
      last = "n" + i;
    }
    assertEquals(3000, errors(check(maker.chain(last, "output"))).size());
  }

  @Test
  void aFileWithoutANetworkIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("text.nir"), "no network");
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> NirChecker.check(file, ImportOptions.DEFAULT, Optional.empty()));
    assertEquals(
        "a NIR file is an HDF5 file, and this is not one: file=" + file, refused.getMessage());
  }
}
