package org.spikeledger.simulator.agent;

import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.graph.NetworkProperties;

/**
 * What a network's provenance says of its use as an agent.
 *
 * @param environment its name, as {@code EnvironmentSpecification} understands it
 * @param state between environment steps
 */
public record AgentProperties(Optional<String> environment, Optional<StateRule> state) {

  /** The name under which a network's provenance keeps its environment. */
  public static final String ENVIRONMENT = "environment";

  /** The name under which a network's provenance keeps its {@link StateRule}. */
  public static final String STATE = "stateBetweenEnvironmentSteps";

  /**
   * What a network says.
   *
   * @throws org.spikeledger.models.BadInputException for a rule that is none
   */
  public static AgentProperties of(NetworkProperties properties) {
    Map<String, String> provenance = properties.provenance();
    return new AgentProperties(
        Optional.ofNullable(provenance.get(ENVIRONMENT)),
        Optional.ofNullable(provenance.get(STATE)).map(StateRule::named));
  }
}
