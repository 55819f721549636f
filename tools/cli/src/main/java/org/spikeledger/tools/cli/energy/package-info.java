/** {@code energy}: what a run costs, beside the ANN of the same shape. */
package org.spikeledger.tools.cli.energy;
