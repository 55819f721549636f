/** {@code nir}: looking into network files. */
package org.spikeledger.tools.cli.nir;
