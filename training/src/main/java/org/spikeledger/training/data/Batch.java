package org.spikeledger.training.data;

import org.bytedeco.pytorch.Tensor;

/**
 * Some images ready for a network.
 *
 * @param images currents, float32, batch x channel x row x column
 * @param labels classes, int64, one an image
 * @param size images in the batch
 */
public record Batch(Tensor images, Tensor labels, int size) {}
