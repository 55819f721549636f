package org.spikeledger.tools.bench.agenda;

import org.spikeledger.tools.bench.run.Subject;

/**
 * A side of a comparison.
 *
 * @param name in tables
 * @param subject what is measured
 * @param quantity what its work is
 * @param work of one operation
 */
public record Contender(String name, Subject subject, Quantity quantity, double work) {

  /** One whose operations run images. */
  static Contender images(String name, Subject subject, int images) {
    return new Contender(name, subject, Quantity.MICROSECONDS_PER_IMAGE, images);
  }

  /** Work a microsecond. */
  public double speed(double microseconds) {
    return work / microseconds;
  }
}
