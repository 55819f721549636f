package org.spikeledger.simulator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network small enough to compute by hand.
 *
 * @param name of its files
 * @param folder where they lie
 * @param content its JSON: network, inputs, and what was worked out by hand
 */
record GoldenCase(String name, Path folder, JsonNode content) {

  private static final String DIGESTS = "digests.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** All cases on the class path. */
  static List<GoldenCase> all() {
    try {
      return in(Path.of(GoldenCase.class.getResource("/golden").toURI()));
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the golden cases can be read", e);
    }
  }

  /** All cases of a folder, by name. */
  static List<GoldenCase> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          listed
              .filter(file -> file.toString().endsWith(".json") && !file.endsWith(DIGESTS))
              .sorted()
              .toList();
    }
    List<GoldenCase> cases = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".json", "");
      cases.add(new GoldenCase(name, folder, MAPPER.readTree(file.toFile())));
    }
    return cases;
  }

  Path networkFile() {
    return folder.resolve(name + ".nir");
  }

  /** What digests.py computed for this case. */
  JsonNode digests() throws IOException {
    return MAPPER.readTree(folder.resolve(DIGESTS).toFile()).get(name);
  }

  int timesteps() {
    return content.get("timesteps").asInt();
  }

  GoldenInputs inputs() {
    JsonNode shape = content.get("network").get("nodes").get("input").get("shape");
    return new GoldenInputs(GoldenNetwork.shape(shape), content.get("input"));
  }

  List<String> layers() {
    List<String> layers = new ArrayList<>();
    content.get("layers").forEach(layer -> layers.add(layer.asText()));
    return layers;
  }

  @Override
  public String toString() {
    return name;
  }
}
