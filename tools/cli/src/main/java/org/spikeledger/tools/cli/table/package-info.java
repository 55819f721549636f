/** Tables of plain text, and how numbers stand in them. */
package org.spikeledger.tools.cli.table;
