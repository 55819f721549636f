/** The ring that hands inferences from workers to listeners. */
package org.spikeledger.simulator.run;
