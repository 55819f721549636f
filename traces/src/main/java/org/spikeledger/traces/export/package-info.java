/** Traces for other programs: tables of comma-separated values, NIRData. */
package org.spikeledger.traces.export;
