package org.spikeledger.tools.cli.energy;

import java.util.Iterator;
import org.spikeledger.simulator.energy.CostModels;

/** The shipped cost models, for help. */
final class ModelNames implements Iterable<String> {

  ModelNames() {}

  @Override
  public Iterator<String> iterator() {
    return CostModels.names().iterator();
  }
}
