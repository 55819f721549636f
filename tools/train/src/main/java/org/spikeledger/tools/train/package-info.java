/** The {@code train} command, on a class path of its own, with libtorch. */
package org.spikeledger.tools.train;
