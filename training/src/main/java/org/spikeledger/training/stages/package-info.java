/** The chain: ANN, conversion, spiking stages at fewer and fewer timesteps, resumable. */
package org.spikeledger.training.stages;
