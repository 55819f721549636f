package org.spikeledger.training.zoo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;

/**
 * A published network: {@code NAME.nir}, and beside it its card, {@code NAME.json}.
 *
 * @param name of the network
 * @param file that holds it
 * @param graph as it is read back from the file
 */
public record StoredNetwork(String name, Path file, Graph graph) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Writes a network and reads it back.
   *
   * @param folder for networks, made where there is none
   * @throws BadInputException where that fails
   */
  public static StoredNetwork write(String name, Graph network, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("the folder for networks can be made: folder=" + folder, e);
    }
    Path file = folder.resolve(name + ".nir");
    NirWriter.write(network, file);
    return new StoredNetwork(name, file, NirReader.read(file, ImportOptions.DEFAULT).graph());
  }

  /** The file's name without its folder. */
  public String fileName() {
    return file.getFileName().toString();
  }

  /** SHA-256 of the file, 64 hexadecimal digits. */
  public String sha256() {
    return FileDigest.of(file);
  }

  /**
   * Writes the card, which appears whole or not at all.
   *
   * @param card a record
   * @throws BadInputException where it cannot be written
   */
  public void writeCard(Object card) {
    Path place = file.resolveSibling(name + ".json");
    try {
      WholeFile.write(place, MAPPER.writeValueAsString(card) + "\n");
    } catch (IOException e) {
      throw new BadInputException(
          "a card can be written: file=" + place + " cause=" + e.getMessage(), e);
    }
  }
}
