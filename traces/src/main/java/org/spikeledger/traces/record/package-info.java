/** Writes a trace while the engine runs. */
package org.spikeledger.traces.record;
