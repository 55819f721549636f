/** Remembers what inferences gave, so that no one has to run them twice. */
package org.spikeledger.traces.store;
