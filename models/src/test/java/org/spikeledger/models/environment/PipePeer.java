package org.spikeledger.models.environment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process at the other end of a pipe, well-behaved or not, as its argument says. */
final class PipePeer {

  private static final PrintStream OUT =
      new PrintStream(System.out, true, StandardCharsets.US_ASCII);

  private PipePeer() {}

  /** Plays CartPole by the protocol; or greets well and then does what the mode says. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    if (arguments[0].equals("deaf")) {
      Thread.sleep(60_000);
    }
    in.readLine();
    OUT.print("environment 1 shape 4 actions 2\r\n");
    OUT.flush();
    switch (arguments[0]) {
      case "cartpole" -> play(in);
      case "ends" -> in.readLine();
      case "twice" -> {
        in.readLine();
        OUT.println("observation 1 2 3 4\nobservation 1 2 3 4");
        in.readLine();
      }
      case "endless" -> {
        // Between the limit of this environment and that of any.
        OUT.print("0 ".repeat(100));
        OUT.flush();
        in.readLine();
        while (!OUT.checkError()) {
          OUT.print("0 ");
        }
      }
      default -> {
        in.readLine();
        OUT.println(arguments[0].replace('_', ' '));
        in.readLine();
      }
    }
  }

  private static void play(BufferedReader in) throws IOException {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    float[] seen = new float[4];
    for (String line = in.readLine(); !line.equals("close"); line = in.readLine()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("reset")) {
        pole.reset(Long.parseLong(words[1]), seen);
        OUT.println("observation" + text(seen));
      } else {
        Step step = pole.step(Integer.parseInt(words[1]), seen);
        String state = step.terminated() ? "terminated" : step.truncated() ? "truncated" : "going";
        OUT.println("step " + step.reward() + " " + state + text(seen));
      }
    }
  }

  private static String text(float[] values) {
    StringBuilder text = new StringBuilder();
    for (float value : values) {
      text.append(' ').append(value);
    }
    return text.toString();
  }
}
