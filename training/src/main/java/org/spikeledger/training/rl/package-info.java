/** Agents that learn to act in environments: deep Q-learning of ANNs and of spiking networks. */
package org.spikeledger.training.rl;
