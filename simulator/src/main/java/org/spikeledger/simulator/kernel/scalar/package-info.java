/** Plain loops: the twins that define the right answer. */
package org.spikeledger.simulator.kernel.scalar;
