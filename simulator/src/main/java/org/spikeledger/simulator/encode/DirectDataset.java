package org.spikeledger.simulator.encode;

import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;

/** A dataset's images, directly encoded, in dataset order. Safe for several threads. */
public final class DirectDataset extends EncodedImages {

  /**
   * The images of a dataset.
   *
   * @param name of the dataset, as the user gave it
   * @param dataset whose images have the network's input shape
   * @param normalisation of as many channels
   * @param inputShape of the network
   * @throws org.spikeledger.models.BadInputException if shapes differ
   */
  public DirectDataset(
      String name, Dataset dataset, Normalisation normalisation, Shape inputShape) {
    super(name, dataset, new DirectEncoder(inputShape, normalisation), inputShape);
  }
}
