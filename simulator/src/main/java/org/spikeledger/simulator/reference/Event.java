package org.spikeledger.simulator.reference;

/**
 * One event on its way to a node.
 *
 * @param index of the element that sent it, in NIR's order
 * @param value not zero
 * @param gathered how many events a pool made it of; 1 where no pool did
 */
record Event(int index, float value, long gathered) {}
