/** Networks that learn: weighted layers, normalisation, spiking neurons and their gradients. */
package org.spikeledger.training.layers;
