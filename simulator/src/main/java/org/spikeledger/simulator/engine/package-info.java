/** The timestep loop over a plan, and how it is observed. */
package org.spikeledger.simulator.engine;
