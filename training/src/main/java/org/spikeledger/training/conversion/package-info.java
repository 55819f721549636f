/** From a trained ANN to a spiking network: normalisation folded, thresholds balanced. */
package org.spikeledger.training.conversion;
