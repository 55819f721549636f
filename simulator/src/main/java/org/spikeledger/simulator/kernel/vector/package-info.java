/** Vector twins of the scalar kernels; the only package that needs the vector module. */
package org.spikeledger.simulator.kernel.vector;
