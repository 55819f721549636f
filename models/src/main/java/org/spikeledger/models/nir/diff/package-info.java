/** Compares two NIR files as they stand, node by node. */
package org.spikeledger.models.nir.diff;
