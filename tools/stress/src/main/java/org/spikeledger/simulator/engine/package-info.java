/** The barrier at which threads meet that share an inference. */
package org.spikeledger.simulator.engine;
