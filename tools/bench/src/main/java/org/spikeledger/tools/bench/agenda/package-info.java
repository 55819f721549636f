/** What is compared with what, by suites. */
package org.spikeledger.tools.bench.agenda;
