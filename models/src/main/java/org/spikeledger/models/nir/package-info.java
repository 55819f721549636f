/**
 * NIR files (HDF5) to networks and back. The only package that sees an HDF5 library.
 *
 * <p>NIR is the exchange format of the field (neuromorphs/NIR); {@link
 * org.spikeledger.models.nir.NirReader} says what is read, {@link
 * org.spikeledger.models.nir.NirWriter} what is written, {@link
 * org.spikeledger.models.nir.ImportOptions} what a file leaves open.
 */
package org.spikeledger.models.nir;
