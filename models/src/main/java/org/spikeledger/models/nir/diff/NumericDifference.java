package org.spikeledger.models.nir.diff;

/**
 * How far the numbers of one field lie apart.
 *
 * @param largest the largest absolute difference
 * @param index where it is, flat, the first of equal ones
 * @param values how many differ by more than the tolerance
 */
public record NumericDifference(double largest, int index, int values) {}
