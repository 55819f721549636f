package org.spikeledger.models.nir.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Quantisation;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirImport;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.WrittenMetadata;

/**
 * Makes populations and delays discrete by other rules: the network is put into NIR's equations,
 * which hold for any rules, and read as a simulator reads them. All else stays; a delay of each
 * layer, which is nodes of their own, is neither added nor taken away. A network of whole numbers
 * is refused: its leaks are whole in no equation.
 */
public final class RulesChange {

  private RulesChange() {}

  /**
   * The network as these options read its equations.
   *
   * @throws BadInputException if the network is quantised, or cannot be run by these rules
   */
  public static NirImport of(Graph graph, ImportOptions options) {
    graph.properties().quantisation().ifPresent(RulesChange::refuse);
    try {
      Path equations = Files.createTempFile("equations", ".nir");
      try {
        NirWriter.write(graph, equations, WrittenMetadata.WITHOUT_RULES);
        return NirReader.read(equations, options);
      } finally {
        Files.deleteIfExists(equations);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void refuse(Quantisation whole) {
    throw new BadInputException(
        "a network of whole numbers keeps its rules: inputScale=" + whole.inputScale());
  }
}
