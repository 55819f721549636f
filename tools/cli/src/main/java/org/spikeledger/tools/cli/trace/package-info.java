/** {@code trace info}, {@code verify} and {@code replay}: what a run left behind, and its proof. */
package org.spikeledger.tools.cli.trace;
