/** What an agent remembers of its steps, and batches of it. */
package org.spikeledger.training.rl.replay;
