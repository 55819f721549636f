/** A whole run: inputs in, inferences over all threads, results in dataset order, one summary. */
package org.spikeledger.simulator.run;
