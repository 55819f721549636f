package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.stream.Stream;

/**
 * A figure as another tool would give it, as a mean an inference unless its definition says
 * otherwise. Each call is one timestep of one inference (batch 1).
 *
 * @param tool neurobench, syops, spikingjelly, lemaire
 * @param name the tool's own name of the figure
 * @param value of the whole network
 * @param definition how the tool counts
 */
public record ToolFigure(String tool, String name, double value, String definition) {

  /** The figures of all tools. */
  public static List<ToolFigure> of(NetworkProfile profile) {
    return Stream.of(
            new NeuroBenchFigures(profile).all(),
            new SyopsFigures(profile).all(),
            new SpikingJellyFigures(profile).all(),
            new LemaireFigures(profile).all())
        .flatMap(List::stream)
        .toList();
  }
}
