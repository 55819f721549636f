package org.spikeledger.models.graph;

import java.util.Arrays;

/**
 * A population that integrates and never fires. In each timestep it sends its membrane potential
 * after the update, an analog event wherever that is not zero. No reset.
 */
public sealed interface Integrator extends Population permits I, LI, CubaLI {

  /** Whether a {@linkplain Node#type() type} is one of these. */
  static boolean isType(String type) {
    return Arrays.stream(Integrator.class.getPermittedSubclasses())
        .anyMatch(permitted -> permitted.getSimpleName().equals(type));
  }
}
