/** From images and event streams to what an inference receives. */
package org.spikeledger.simulator.encode;
