/** What neurons do over all timesteps of a pass, and its derivative, over vectors. */
package org.spikeledger.training.kernel;
