/** Deep Q-learning: a learning network, a target network, temporal differences. */
package org.spikeledger.training.rl.learn;
