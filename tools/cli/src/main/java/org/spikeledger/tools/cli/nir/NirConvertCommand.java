package org.spikeledger.tools.cli.nir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.models.nir.NirImport;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.WrittenMetadata;
import org.spikeledger.models.nir.convert.Folding;
import org.spikeledger.models.nir.convert.LevelBits;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.models.nir.convert.RulesChange;
import org.spikeledger.models.nir.convert.WeightPattern;
import org.spikeledger.models.nir.convert.WeightRounding;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.NetworkOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nir convert}: a network folded, quantised, by other rules, without metadata. */
@Command(
    name = "convert",
    description =
        "Write a network anew. What the profile decides is written into the file's metadata, so"
            + " that it is read the same everywhere. Steps are done in the order of the options"
            + " below.",
    sortOptions = false,
    footer = {"", "Example: spikeledger nir convert network.nir folded.nir --fold --weight-bits 8"})
final class NirConvertCommand extends AnsweringCommand {

  @Parameters(index = "0", paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Parameters(index = "1", paramLabel = "FILE", description = "The .nir file to write.")
  private Path file;

  @Mixin private NetworkOptions options;

  @Option(
      names = "--fold",
      description =
          "Put Scale nodes, diagonal Linear and Affine nodes and batch normalisation (a Conv2d of"
              + " one tap that keeps channels apart) into the connections before or behind them.")
  private boolean fold;

  @ArgGroup private Rounding rounding;

  @Option(
      names = "--rules",
      paramLabel = "PROFILE",
      description =
          "Read the network's equations as this profile does, whatever rules its metadata gives;"
              + " the rules become those of the profile.")
  private String rules;

  @Option(
      names = "--drop-metadata",
      description =
          "Write NIR's own fields alone: rules, timesteps, class names and origin are lost.")
  private boolean dropMetadata;

  /** At most one way to round. */
  private static final class Rounding {

    @Option(
        names = "--weight-bits",
        paramLabel = "N",
        description =
            "Round weights to whole numbers of N bits (2..16) times a step for each target channel;"
                + " biases stay.")
    private Integer weightBits;

    @Option(
        names = "--mantissa-bits",
        paramLabel = "N",
        description = "Keep N explicit bits (1..23) of each weight's mantissa; biases stay.")
    private Integer mantissaBits;

    @Option(
        names = "--pattern",
        description =
            "Put 1 for every weight that is not zero: enough to count again what a trace holds"
                + " (trace verify --recount), without the weights.")
    private boolean pattern;

    WeightRounding chosen() {
      if (pattern) {
        return new WeightPattern();
      }
      return weightBits == null ? new MantissaBits(mantissaBits) : new LevelBits(weightBits);
    }

    String step() {
      return pattern ? "weights that are not zero put to 1" : "weights rounded";
    }
  }

  @Override
  protected Answer answer() throws IOException {
    LoadedNetwork loaded = options.load(network, this::warn);
    List<String> steps = new ArrayList<>();
    Graph graph = loaded.graph();
    if (fold) {
      Folding folding = Folding.of(graph);
      graph = folding.graph();
      folding.folded().forEach(step -> steps.add("folded " + step));
      folding.left().forEach(node -> warn("no neighbour can take a Scale: node=" + node));
    }
    if (rounding != null) {
      graph = rounding.chosen().applyTo(graph);
      steps.add(rounding.step());
    }
    if (rules != null) {
      NirImport changed = RulesChange.of(graph, ImportProfile.named(rules).options());
      graph = changed.graph();
      steps.add("rules of " + rules);
    }
    write(graph, steps);
    Converted converted = new Converted(network, file.toString(), Files.size(file), steps);
    return Answer.done(converted, converted.text());
  }

  private void write(Graph graph, List<String> steps) throws IOException {
    if (!dropMetadata) {
      NirWriter.write(graph, file);
      return;
    }
    WholeFile.write(file, temporary -> writeBare(graph, temporary));
    steps.add("metadata dropped");
  }

  private void writeBare(Graph graph, Path temporary) {
    NirWriter.write(graph, temporary, WrittenMetadata.NONE);
    try {
      NirReader.read(temporary, ImportOptions.DEFAULT);
    } catch (BadInputException needed) {
      throw new BadInputException(
          "without its metadata the network cannot be run: "
              + needed.getMessage().replace(temporary.toString(), file.toString()),
          needed);
    }
  }

  /**
   * What was done.
   *
   * @param network as the user named it
   * @param file that was written
   * @param bytes of the file
   * @param steps one line each, in order
   */
  record Converted(String network, String file, long bytes, List<String> steps) {

    String text() {
      StringBuilder text = new StringBuilder();
      steps.forEach(step -> text.append(step).append('\n'));
      return text.append("written: file=").append(file).append(" bytes=").append(bytes).toString();
    }
  }
}
