/** Exact counters, their snapshots, and the accounting models that follow from them. */
package org.spikeledger.simulator.count;
