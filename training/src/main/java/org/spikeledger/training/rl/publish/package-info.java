/** Trained agents made public: the file, what was measured on it, its card. */
package org.spikeledger.training.rl.publish;
