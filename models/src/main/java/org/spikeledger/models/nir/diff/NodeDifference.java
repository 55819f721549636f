package org.spikeledger.models.nir.diff;

import java.util.List;
import java.util.Optional;

/**
 * A node in both files.
 *
 * @param name one of a nested network stands behind that network's name and a dot
 * @param firstType its type in the first file; empty where it is not there
 * @param secondType the same of the second file
 * @param fields in which they differ, in name order; none where one file has no such node
 */
public record NodeDifference(
    String name,
    Optional<String> firstType,
    Optional<String> secondType,
    List<FieldDifference> fields) {

  /** Copies the list. */
  public NodeDifference {
    fields = List.copyOf(fields);
  }

  /** Whether type and fields are the same in both files. */
  public boolean isSame() {
    return firstType.equals(secondType) && fields.isEmpty();
  }
}
