/** The trace file: its schema, its frames, and how each section is laid out. */
package org.spikeledger.traces.format;
