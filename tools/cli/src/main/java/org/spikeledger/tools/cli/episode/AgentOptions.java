package org.spikeledger.tools.cli.episode;

import java.util.function.Consumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.simulator.agent.AgentNetwork;
import org.spikeledger.simulator.agent.AgentProperties;
import org.spikeledger.simulator.agent.AgentSettings;
import org.spikeledger.simulator.agent.StateRule;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.NetworkOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a network is run as an agent, and where; what is not said is what the network says. */
final class AgentOptions {

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description =
          "cartpole, cartpole-positions, pong or pipe:COMMAND. Default: what the network was made"
              + " for.")
  private String environment;

  @Option(
      names = "--timesteps",
      paramLabel = "T",
      description = "Timesteps of an environment step. Default: what the network was made for.")
  private Integer timesteps;

  @ArgGroup private State state;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "auto, scalar, vector128, vector256 or vector512; all give the same digest. Default:"
              + " ${DEFAULT-VALUE}.")
  private String kernel;

  @Mixin private NetworkOptions networkOptions;

  /** For picocli, which fills the options. */
  AgentOptions() {}

  /** One of both. */
  private static final class State {
    @Option(names = "--carry", description = "Carry state from step to step.")
    private boolean carried;

    @Option(
        names = "--zero",
        description = "Zero all state before each step. Default: what the network was made for.")
    @SuppressWarnings("UnusedVariable")
    private boolean zeroed;
  }

  /** A network that is ready to act. */
  record Prepared(LoadedNetwork loaded, AgentNetwork network, EnvironmentSpecification where) {}

  /**
   * Reads a network and settles what was left open.
   *
   * @throws BadInputException for what neither the user nor the network says
   */
  Prepared prepare(String name, Consumer<String> warnings) {
    LoadedNetwork loaded = networkOptions.load(name, warnings);
    if (loaded.graph().properties().quantisation().isPresent()) {
      throw new BadInputException(
          "observations are encoded in float32, so agents are networks of float32: file="
              + loaded.file());
    }
    AgentProperties said = AgentProperties.of(loaded.graph().properties());
    AgentSettings settings =
        new AgentSettings(timesteps(loaded), state(loaded, said), KernelChoice.of(kernel));
    String chosen =
        environment != null
            ? environment
            : said.environment().orElseThrow(() -> unsaid("environment", "--environment", loaded));
    return new Prepared(
        loaded, new AgentNetwork(loaded.graph(), settings), EnvironmentSpecification.parse(chosen));
  }

  private int timesteps(LoadedNetwork loaded) {
    return timesteps != null
        ? timesteps
        : loaded
            .graph()
            .properties()
            .timesteps()
            .orElseThrow(() -> unsaid("timesteps", "--timesteps", loaded));
  }

  private StateRule state(LoadedNetwork loaded, AgentProperties said) {
    if (state != null) {
      return state.carried ? StateRule.CARRIED : StateRule.ZEROED;
    }
    return said.state()
        .orElseThrow(() -> unsaid("state between environment steps", "--carry or --zero", loaded));
  }

  private static BadInputException unsaid(String what, String option, LoadedNetwork loaded) {
    return new BadInputException(
        "a network that does not state its %s needs %s: file=%s"
            .formatted(what, option, loaded.file()));
  }
}
