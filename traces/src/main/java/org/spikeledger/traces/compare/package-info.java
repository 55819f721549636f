/** Finds where two runs of the same inference part. */
package org.spikeledger.traces.compare;
