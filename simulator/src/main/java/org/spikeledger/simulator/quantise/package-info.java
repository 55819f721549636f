/**
 * Makes of a float32 network one of whole numbers: weights of eight bits, one scale a channel of
 * the target neurons.
 */
package org.spikeledger.simulator.quantise;
