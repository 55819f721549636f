/** Draws a run as one self-contained page. */
package org.spikeledger.tools.report;
