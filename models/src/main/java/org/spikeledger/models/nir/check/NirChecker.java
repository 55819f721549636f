package org.spikeledger.models.nir.check;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirImport;
import org.spikeledger.models.nir.NirInspection;
import org.spikeledger.models.nir.RawNetwork;

/**
 * Checks a NIR file: structure, edges without ends, nodes out of reach, cycles and where they are
 * cut, numbers out of range, shapes computed against shapes declared, and what our engine does with
 * each node. It collects what it finds instead of stopping at the first.
 */
public final class NirChecker {

  private final NirInspection inspection;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> blamed = new LinkedHashSet<>();

  private NirChecker(NirInspection inspection) {
    this.inspection = inspection;
  }

  /**
   * Checks a file.
   *
   * @param file a NIR file
   * @param options decide what the file leaves open
   * @param input what the network will receive, which decides what its synapses cost; empty for
   *     analog values where the file states a normalisation, else spikes
   * @throws org.spikeledger.models.BadInputException of one line, when the file is not there or is
   *     no HDF5 file with a network in it
   */
  public static NetworkCheck check(Path file, ImportOptions options, Optional<ValueKind> input) {
    return new NirChecker(NirInspection.of(file, options)).check(input);
  }

  private NetworkCheck check(Optional<ValueKind> input) {
    structure("", inspection.network());
    RangeCheck.of(inspection.network()).forEach(this::blame);
    List<NodeCheck> nodes =
        inspection.whole().map(whole -> accepted(whole, input)).orElseGet(this::refused);
    return new NetworkCheck(
        findings.stream().sorted(Comparator.comparing(Finding::severity)).toList(), nodes);
  }

  private List<NodeCheck> accepted(NirImport whole, Optional<ValueKind> input) {
    whole.warnings().forEach(warning -> findings.add(Finding.warning(warning)));
    Graph graph = whole.graph();
    findings.addAll(CycleCheck.of(graph.cycleCut()));
    boolean direct = graph.properties().normalisation().isPresent();
    Treatment treatment =
        new Treatment(graph, input.orElse(direct ? ValueKind.ANALOG : ValueKind.BINARY));
    return graph.topologicalOrder().stream()
        .map(
            name ->
                new NodeCheck(
                    name,
                    graph.node(name).type(),
                    Optional.of(graph.shape(name)),
                    Optional.of(treatment.of(name))))
        .toList();
  }

  private List<NodeCheck> refused() {
    RawNetwork network = inspection.network();
    inspection.nodes().forEach(this::reading);
    Links links = Links.of(network);
    findings.addAll(CycleCheck.of(links));
    ShapeCheck shapes = ShapeCheck.of(inspection.nodes(), links);
    shapes.findings().forEach(this::blame);
    findings.addAll(DeclaredShapeCheck.of(network, shapes));
    if (findings.stream().noneMatch(each -> each.severity() == Severity.ERROR)) {
      findings.add(Finding.error(inspection.refusal().orElseThrow()));
    }
    return links.order().stream()
        .map(
            name ->
                new NodeCheck(
                    name, network.nodes().get(name).type(), shapes.shape(name), Optional.empty()))
        .toList();
  }

  /** The structure of a network and of those within it. */
  private void structure(String path, RawNetwork network) {
    for (RawNetwork.Problem problem : network.problems()) {
      findings.add(
          problem.node().isEmpty()
              ? Finding.error(problem.message())
              : Finding.error(path + problem.node(), problem.message()));
    }
    Links links = Links.of(network);
    findings.addAll(StructureCheck.of(network, links));
    network
        .nodes()
        .forEach(
            (name, node) -> node.nested().ifPresent(inner -> structure(path + name + ".", inner)));
  }

  private void reading(String name, NirInspection.Reading reading) {
    if (!blamed.contains(name)) {
      reading.refusal().ifPresent(refusal -> blame(Finding.error(name, refusal)));
    }
  }

  /** A node is blamed once: the reader refuses a number that the ranges refuse too. */
  private void blame(Finding finding) {
    findings.add(finding);
    finding.node().ifPresent(blamed::add);
  }
}
