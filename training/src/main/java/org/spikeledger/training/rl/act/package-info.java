/** An agent that plays: action values from observations, episodes, measurements. */
package org.spikeledger.training.rl.act;
