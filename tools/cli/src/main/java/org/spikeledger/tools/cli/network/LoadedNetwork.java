package org.spikeledger.tools.cli.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirImport;
import org.spikeledger.models.nir.NirReader;

/**
 * A network that a command was given.
 *
 * @param name as the user gave it
 * @param file where it lies
 * @param graph the network
 * @param warnings of the import, one line each
 */
public record LoadedNetwork(String name, Path file, Graph graph, List<String> warnings) {

  private static final String ZOO = "zoo:";

  /** Copies the list. */
  public LoadedNetwork {
    warnings = List.copyOf(warnings);
  }

  /**
   * Loads a network.
   *
   * @param argument a path, or {@code zoo:NAME}
   * @param options decide what a NIR file leaves open
   * @throws BadInputException if there is none, or it cannot be read
   */
  public static LoadedNetwork of(String argument, ImportOptions options) {
    Path file = file(argument);
    NirImport read = NirReader.read(file, options);
    return new LoadedNetwork(argument, file, read.graph(), read.warnings());
  }

  /**
   * Where a network lies.
   *
   * @param argument a path, or {@code zoo:NAME}
   */
  public static Path file(String argument) {
    return argument.startsWith(ZOO) ? zooFile(argument) : path(argument);
  }

  private static Path zooFile(String argument) {
    Zoo zoo = ProjectHome.current().zoo();
    ZooCard card = zoo.card(argument.substring(ZOO.length()));
    Path file = zoo.networkFile(card);
    String actual = sha256(file);
    if (!actual.equals(card.sha256())) {
      throw new BadInputException(
          "a network must be the one that its card names: sha256=%s card=%s file=%s"
              .formatted(actual, card.sha256(), file));
    }
    return file;
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException invalid) {
      throw new BadInputException("a network is a path or zoo:NAME: network=" + argument, invalid);
    }
  }

  private static String sha256(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("a file must exist: file=" + file);
    }
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
