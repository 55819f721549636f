package org.spikeledger.training.config;

/**
 * Where the images come from.
 *
 * @param folder that holds the four files train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz,
 *     t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz
 */
public record DatasetConfiguration(String folder) {}
