/** Runs what is to be measured, fork by fork, rivals in turn, and watches the machine meanwhile. */
package org.spikeledger.tools.bench.run;
