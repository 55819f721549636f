/** Training images: reading, variation, normalisation, seeded order, batches. */
package org.spikeledger.training.data;
