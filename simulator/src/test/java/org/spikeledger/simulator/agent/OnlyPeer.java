package org.spikeledger.simulator.agent;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spikeledger.models.environment.EnvironmentSpecification;

/** An environment in a process of its own, of episodes of one step, of which only one opens. */
final class OnlyPeer {

  private OnlyPeer() {}

  /** The environment of which one opens, as long as there is no such folder. */
  static EnvironmentSpecification environment(Path taken) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return EnvironmentSpecification.parse(
        "pipe:'%s' -cp '%s' %s '%s'".formatted(java, classes(), OnlyPeer.class.getName(), taken));
  }

  private static Path classes() {
    try {
      return Path.of(OnlyPeer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends at once where another one has made the folder; else answers by the protocol. */
  public static void main(String[] arguments) throws IOException {
    if (!new File(arguments[0]).mkdir()) {
      return;
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); !line.equals("close"); line = in.readLine()) {
      System.out.println(answer(line.split(" ", -1)[0]));
    }
  }

  private static String answer(String request) {
    return switch (request) {
      case "reset" -> "observation 0 0 0 0";
      case "step" -> "step 1 terminated 0 0 0 0";
      default -> "environment 1 shape 4 actions 2";
    };
  }
}
