/** The same trainings with several seeds, side by side, and what they came to. */
package org.spikeledger.training.rl.compare;
