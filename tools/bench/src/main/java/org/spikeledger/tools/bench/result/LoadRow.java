package org.spikeledger.tools.bench.result;

import java.util.List;
import org.spikeledger.tools.bench.run.LoadFigures;

/**
 * A network loaded from a file.
 *
 * @param network its name
 * @param fileBytes of the file
 * @param packedBytes of the weights as the engine keeps them
 * @param medianSeconds from opening the file to an engine that is ready
 * @param worstSeconds the slowest fork
 * @param worstResidentBytes the largest process then; null where the system does not say
 * @param mostResidentBytes that we want at most: 1.1 times the packed weights and 200 MB
 * @param disturbed whether others were known to use the machine
 */
public record LoadRow(
    String network,
    long fileBytes,
    long packedBytes,
    double medianSeconds,
    double worstSeconds,
    Long worstResidentBytes,
    long mostResidentBytes,
    boolean disturbed) {

  private static final double SHARE = 1.1;
  private static final long BASE = 200_000_000;

  static LoadRow of(String network, List<LoadFigures> forks, boolean disturbed) {
    LoadFigures first = forks.getFirst();
    List<Double> seconds = forks.stream().map(LoadFigures::seconds).toList();
    long resident = forks.stream().mapToLong(LoadFigures::residentBytes).max().orElseThrow();
    return new LoadRow(
        network,
        first.fileBytes(),
        first.packedBytes(),
        Statistics.median(seconds),
        Statistics.largest(seconds),
        resident < 0 ? null : resident,
        (long) (SHARE * first.packedBytes()) + BASE,
        disturbed);
  }
}
