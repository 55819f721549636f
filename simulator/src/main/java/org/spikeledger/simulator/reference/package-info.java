/**
 * The plain spike-by-spike simulator: it reads the graph only, takes single events from a queue and
 * makes single additions. It is the oracle for the event engine, and the witness of the
 * membrane-access models.
 */
package org.spikeledger.simulator.reference;
