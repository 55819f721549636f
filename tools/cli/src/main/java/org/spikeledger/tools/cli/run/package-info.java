/** {@code run}: a network over a dataset, and how a run is told. */
package org.spikeledger.tools.cli.run;
