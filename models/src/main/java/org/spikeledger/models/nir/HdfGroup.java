package org.spikeledger.models.nir;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.NameOrder;

/**
 * A group of an HDF5 file. Links are never followed, so that a file names nothing outside itself.
 */
final class HdfGroup {

  private final HdfSource source;
  private final String path;
  private final Map<String, Node> members;

  HdfGroup(HdfSource source, Group group, String path) {
    this.source = source;
    this.path = path;
    members = HdfDamage.guard("group=" + path + "/", group::getChildren);
    if (members.size() > HdfLimits.MEMBERS) {
      throw new BadInputException(
          "a group has at most %d members: members=%d group=%s/"
              .formatted(HdfLimits.MEMBERS, members.size(), path));
    }
  }

  /** The members' names, in name order. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(NameOrder.BY_CODE_POINT);
    names.addAll(members.keySet());
    return names;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  HdfGroup group(String name) {
    if (member(name) instanceof Group group) {
      return new HdfGroup(source, group, path + "/" + name);
    }
    throw new BadInputException("a group is expected: member=" + path + "/" + name);
  }

  HdfDataset dataset(String name) {
    if (member(name) instanceof Dataset dataset) {
      return new HdfDataset(source, dataset, path + "/" + name);
    }
    throw new BadInputException("a dataset is expected: member=" + path + "/" + name);
  }

  private Node member(String name) {
    Node member = members.get(name);
    if (member == null) {
      throw new BadInputException("a member is missing: member=" + path + "/" + name);
    }
    if (member.isLink()) {
      throw new BadInputException("links are not followed: member=" + path + "/" + name);
    }
    return member;
  }
}
