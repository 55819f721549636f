/** How fast it is: JMH benchmarks, run by hand on an idle machine, never asserted in tests. */
package org.spikeledger.tools.bench;
