/**
 * JMH benchmarks, ours and the rivals'. Each runs an operation over its inputs in turn; defaults
 * are those of a run by hand, the {@code bench} command sets its own.
 */
package org.spikeledger.tools.bench.measure;
