/** How fast it is, with the rivals in the same run; never asserted in tests. */
package org.spikeledger.tools.bench;
