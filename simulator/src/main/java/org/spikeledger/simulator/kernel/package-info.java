/** The inner loops: accumulate, leak, fire, reset. */
package org.spikeledger.simulator.kernel;
