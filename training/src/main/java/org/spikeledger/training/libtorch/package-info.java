/** The native tensor library: loading it, and moving arrays in and out of tensors. */
package org.spikeledger.training.libtorch;
