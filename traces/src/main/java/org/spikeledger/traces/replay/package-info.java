/** Reads a trace back: inference by inference, step by step, with proof. */
package org.spikeledger.traces.replay;
