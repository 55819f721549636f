package org.spikeledger.models.nir.check;

import java.util.List;

/**
 * All that the checker says of a file.
 *
 * @param findings the heaviest first
 * @param nodes each after all that feed it, as far as there are no cycles
 */
public record NetworkCheck(List<Finding> findings, List<NodeCheck> nodes) {

  /** Copies the lists. */
  public NetworkCheck {
    findings = List.copyOf(findings);
    nodes = List.copyOf(nodes);
  }

  /** Whether nothing weighs as much as this. */
  public boolean isBelow(Severity severity) {
    return findings.stream().noneMatch(each -> each.severity().compareTo(severity) <= 0);
  }

  /** How many findings weigh this much. */
  public long count(Severity severity) {
    return findings.stream().filter(each -> each.severity() == severity).count();
  }
}
