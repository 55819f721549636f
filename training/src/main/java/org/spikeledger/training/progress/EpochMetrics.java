package org.spikeledger.training.progress;

import java.util.List;
import org.spikeledger.training.layers.LayerActivity;

/**
 * One epoch.
 *
 * @param stage name
 * @param timesteps of the stage; 0 for the ANN
 * @param epoch from 1; 0 is the network as the stage received it
 * @param loss mean cross-entropy over the epoch's training images, in nats
 * @param trainAccuracy over the epoch's training images as augmented, in 0..1
 * @param testAccuracy over all test images after the epoch, float32, in 0..1
 * @param learningRate at the epoch's end
 * @param imagesPerSecond while training
 * @param seconds for training and evaluation since the line before, or since the run went on
 * @param layers over the test images
 */
public record EpochMetrics(
    String stage,
    int timesteps,
    int epoch,
    double loss,
    double trainAccuracy,
    double testAccuracy,
    double learningRate,
    double imagesPerSecond,
    double seconds,
    List<LayerActivity> layers) {}
