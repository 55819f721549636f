/** The training of an agent: stages of play and learning, resumable. */
package org.spikeledger.training.rl.run;
