package org.spikeledger.simulator.encode;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;

/** How a sample becomes what an inference receives. */
public enum Encoding {
  /** The normalised image is the first layer's current at every timestep. */
  DIRECT("direct"),
  /** A pixel spikes in each timestep with its brightness as probability. */
  RATE("rate"),
  /** A pixel spikes once, the brighter the earlier. */
  LATENCY("latency"),
  /** The dataset holds events. */
  EVENTS("events");

  private final String key;

  Encoding(String key) {
    this.key = key;
  }

  /** The name on the command line. */
  public String key() {
    return key;
  }

  /**
   * The encoding of a name.
   *
   * @throws BadInputException that lists the names
   */
  public static Encoding of(String key) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "the encoding is not known: encoding=%s known=%s"
                        .formatted(
                            key,
                            Arrays.stream(values())
                                .map(Encoding::key)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The encoder of images.
   *
   * @param shape of an image
   * @param normalisation for direct encoding
   * @param timesteps of an inference
   * @param seed of the random streams of rate encoding
   * @throws BadInputException for {@link #EVENTS}, which images do not hold
   */
  public ImageEncoder ofImages(Shape shape, Normalisation normalisation, int timesteps, long seed) {
    return switch (this) {
      case DIRECT -> new DirectEncoder(shape, normalisation);
      case RATE -> new RateEncoder(shape, timesteps, seed);
      case LATENCY -> new LatencyEncoder(shape, timesteps);
      case EVENTS ->
          throw new BadInputException("images hold no events: encoding=" + key + " shape=" + shape);
    };
  }
}
