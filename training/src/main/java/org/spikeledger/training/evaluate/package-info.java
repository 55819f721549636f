/** Trained networks measured: in libtorch from the graph alone, and against the simulator. */
package org.spikeledger.training.evaluate;
