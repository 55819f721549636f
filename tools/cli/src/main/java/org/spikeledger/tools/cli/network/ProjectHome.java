package org.spikeledger.tools.cli.network;

import java.nio.file.Path;

/**
 * The folder that Spikeledger lies in.
 *
 * @param folder where {@code models/zoo} is
 */
public record ProjectHome(Path folder) {

  private static final String PROPERTY = "spikeledger.home";

  /** The home that the launcher names by {@code spikeledger.home}; else the current folder. */
  public static ProjectHome current() {
    return new ProjectHome(Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath());
  }

  /** The zoo of this home. */
  public Zoo zoo() {
    return new Zoo(folder.resolve("models").resolve("zoo"));
  }

  /** Where what comparisons of trainings came to is kept, a file each; it may be missing. */
  public Path comparisons() {
    return folder.resolve("models").resolve("comparisons");
  }
}
