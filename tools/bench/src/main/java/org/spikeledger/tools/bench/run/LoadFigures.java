package org.spikeledger.tools.bench.run;

/**
 * What loading a network from a file gave.
 *
 * @param fileBytes of the file
 * @param packedBytes of the weights as the engine keeps them
 * @param seconds from opening the file to an engine that is ready
 * @param residentBytes of the whole process seconds later; -1 where the system does not say
 */
public record LoadFigures(long fileBytes, long packedBytes, double seconds, long residentBytes) {}
