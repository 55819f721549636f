/** The command line: its entry, and how it answers errors. */
package org.spikeledger.tools.cli;
