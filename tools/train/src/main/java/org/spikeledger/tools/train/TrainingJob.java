package org.spikeledger.tools.train;

import java.nio.file.Path;
import org.spikeledger.tools.cli.command.Answer;

/** What a configuration asks for. */
interface TrainingJob {

  /**
   * Trains nothing, but times it.
   *
   * @param steps timed in each stage, at least 1
   */
  Answer time(int steps);

  /**
   * Trains to the end.
   *
   * @param publish folder for the networks and their cards; null for none
   * @param compared images or environment steps on which libtorch and the simulator are compared
   */
  Answer train(Path publish, int compared);
}
