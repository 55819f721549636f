/** Fingerprints of what is run and digests of what came out. */
package org.spikeledger.simulator.digest;
