package org.spikeledger.simulator.energy;

import org.spikeledger.simulator.count.MembraneAccess;

/**
 * One set of assumptions under which energy with memory is charged.
 *
 * @param pooledInput what operations are
 * @param reuse of weights and inputs, on both sides
 * @param membraneAccess how often the SNN's potentials are read and written
 */
public record Accounting(PooledInput pooledInput, Reuse reuse, MembraneAccess membraneAccess) {}
