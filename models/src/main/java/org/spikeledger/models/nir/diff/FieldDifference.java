package org.spikeledger.models.nir.diff;

import java.util.Optional;

/**
 * A field in which two nodes differ.
 *
 * @param field its name; metadata behind {@code metadata/}
 * @param first what the first file says, in short; {@code none} where it says nothing
 * @param second the same of the second file
 * @param numbers how far they lie apart, where both are numbers of as many values
 */
public record FieldDifference(
    String field, String first, String second, Optional<NumericDifference> numbers) {}
