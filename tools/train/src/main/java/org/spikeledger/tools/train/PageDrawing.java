package org.spikeledger.tools.train;

import java.nio.file.Path;

/** Draws the page of a run; where it cannot be drawn, says so and goes on. */
@FunctionalInterface
interface PageDrawing {

  /**
   * Draws.
   *
   * @param folder of the run
   * @param name of the run
   */
  void draw(Path folder, String name);
}
