/**
 * From a graph to what the event engine runs: stages, packed weights, fan-out tables. Immutable.
 */
package org.spikeledger.simulator.plan;
