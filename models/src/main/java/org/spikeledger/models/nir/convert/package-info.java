/** Changes networks: folds, quantises, makes them discrete by other rules. */
package org.spikeledger.models.nir.convert;
