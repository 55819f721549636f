package org.spikeledger.models.nir.check;

import java.util.Optional;

/**
 * Something that the checker found.
 *
 * @param severity how much it weighs
 * @param node where; empty for the network as a whole
 * @param message one line: the rule, name=value, where
 */
public record Finding(Severity severity, Optional<String> node, String message) {

  static Finding error(String node, String message) {
    return new Finding(Severity.ERROR, Optional.of(node), message);
  }

  static Finding error(String message) {
    return new Finding(Severity.ERROR, Optional.empty(), message);
  }

  static Finding warning(String message) {
    return new Finding(Severity.WARNING, Optional.empty(), message);
  }

  static Finding note(String message) {
    return new Finding(Severity.NOTE, Optional.empty(), message);
  }
}
