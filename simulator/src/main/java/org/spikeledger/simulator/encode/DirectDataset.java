package org.spikeledger.simulator.encode;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/** A dataset's images, directly encoded, in dataset order. Safe for several threads. */
public final class DirectDataset implements InputSource {

  private final String name;
  private final Dataset dataset;
  private final DirectEncoder encoder;

  /**
   * The images of a dataset.
   *
   * @param name of the dataset, as the user gave it
   * @param dataset whose images have the network's input shape
   * @param normalisation of as many channels
   * @param inputShape of the network
   * @throws BadInputException if shapes differ
   */
  public DirectDataset(
      String name, Dataset dataset, Normalisation normalisation, Shape inputShape) {
    if (!dataset.imageShape().equals(inputShape)) {
      throw new BadInputException(
          "a network's input has the shape of the images: input=%s images=%s dataset=%s"
              .formatted(inputShape, dataset.imageShape(), name));
    }
    this.name = name;
    this.dataset = dataset;
    this.encoder = new DirectEncoder(inputShape, normalisation);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String encoder() {
    return encoder.description();
  }

  @Override
  public int size() {
    return dataset.size();
  }

  @Override
  public ValueKind kind() {
    return ValueKind.ANALOG;
  }

  @Override
  public EncodedInput input(int index) {
    byte[] pixels = new byte[dataset.imageShape().size()];
    dataset.image(index, pixels);
    return encoder.encode(pixels);
  }

  @Override
  public int label(int index) {
    return dataset.label(index);
  }
}
