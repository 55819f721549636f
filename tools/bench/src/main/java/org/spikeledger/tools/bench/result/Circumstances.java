package org.spikeledger.tools.bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.spikeledger.tools.bench.machine.MachineDescription;
import org.spikeledger.tools.bench.run.ForkSettings;

/**
 * Where and how was measured.
 *
 * @param machine where
 * @param suites what
 * @param settings how long and how often
 * @param kernel of our engine, as asked for
 * @param precision of our engine
 * @param otherCoresBefore that others kept busy just before; null where nobody can tell
 * @param busy whether the machine was busy, which was accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Circumstances(
    MachineDescription machine,
    List<String> suites,
    ForkSettings settings,
    String kernel,
    String precision,
    Double otherCoresBefore,
    boolean busy) {

  /** Copies the list. */
  public Circumstances {
    suites = List.copyOf(suites);
  }
}
