package org.spikeledger.tools.bench.run;

/**
 * What one fork gave.
 *
 * @param microseconds an operation, mean over the fork's iterations
 * @param allocatedBytes an operation, by JMH's gc profiler, in the iteration with the least; NaN
 *     where it was not watched
 * @param otherCores that others kept busy meanwhile; NaN where nobody can tell
 */
public record ForkFigures(double microseconds, double allocatedBytes, double otherCores) {}
