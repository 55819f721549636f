package org.spikeledger.models.nir;

import java.util.Optional;
import java.util.SortedMap;

/**
 * One node of a NIR file as it stands.
 *
 * @param type as the file states it; empty where it states none
 * @param fields the datasets but the type, by name
 * @param metadata the datasets of the group of that name; none where there is no such group
 * @param nested the network that the node is, where its type is NIRGraph
 */
public record RawNode(
    String type,
    SortedMap<String, RawField> fields,
    SortedMap<String, RawField> metadata,
    Optional<RawNetwork> nested) {}
