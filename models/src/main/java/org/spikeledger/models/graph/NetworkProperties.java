package org.spikeledger.models.graph;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a network's maker says of its use. None of it changes what a node computes.
 *
 * @param timesteps the number of timesteps it was made for, at least 1
 * @param normalisation how images become its input
 * @param classNames the names of its outputs, in order; empty where unknown
 * @param provenance how it came to be, as names and values
 * @param quantisation that it computes with whole numbers; empty where it computes in float32
 */
public record NetworkProperties(
    OptionalInt timesteps,
    Optional<Normalisation> normalisation,
    List<String> classNames,
    SortedMap<String, String> provenance,
    Optional<Quantisation> quantisation) {

  /** Nothing said. */
  public static final NetworkProperties NONE =
      new NetworkProperties(OptionalInt.empty(), Optional.empty(), List.of(), new TreeMap<>());

  /** Of a network that computes in float32. */
  public NetworkProperties(
      OptionalInt timesteps,
      Optional<Normalisation> normalisation,
      List<String> classNames,
      SortedMap<String, String> provenance) {
    this(timesteps, normalisation, classNames, provenance, Optional.empty());
  }

  /** Copies what can change. */
  public NetworkProperties {
    classNames = List.copyOf(classNames);
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }

  /** The same of a network that computes with whole numbers. */
  public NetworkProperties with(Quantisation whole) {
    return new NetworkProperties(
        timesteps, normalisation, classNames, provenance, Optional.of(whole));
  }
}
