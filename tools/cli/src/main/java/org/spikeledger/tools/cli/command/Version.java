package org.spikeledger.tools.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar states it. */
public final class Version implements IVersionProvider {

  /** The version, or {@code development} where no jar states it. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Spikeledger " + current(), "Java " + Runtime.version()};
  }
}
