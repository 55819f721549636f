package org.spikeledger.simulator.encode;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/** A dataset's images, encoded, in dataset order. Safe for several threads. */
public sealed class EncodedImages implements InputSource permits DirectDataset {

  private final String name;
  private final Dataset dataset;
  private final ImageEncoder encoder;

  /**
   * The images of a dataset.
   *
   * @param name of the dataset, as the user gave it
   * @param dataset whose images have the network's input shape
   * @param encoder for that shape
   * @param inputShape of the network
   * @throws BadInputException if shapes differ
   */
  public EncodedImages(String name, Dataset dataset, ImageEncoder encoder, Shape inputShape) {
    if (!dataset.imageShape().equals(inputShape)) {
      throw new BadInputException(
          "a network's input has the shape of the images: input=%s images=%s dataset=%s"
              .formatted(inputShape, dataset.imageShape(), name));
    }
    this.name = name;
    this.dataset = dataset;
    this.encoder = encoder;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String encoder() {
    return encoder.description();
  }

  @Override
  public final int size() {
    return dataset.size();
  }

  @Override
  public final ValueKind kind() {
    return encoder.kind();
  }

  @Override
  public final EncodedInput input(int index) {
    byte[] pixels = new byte[dataset.imageShape().size()];
    dataset.image(index, pixels);
    return encoder.encode(pixels, index);
  }

  @Override
  public final int label(int index) {
    return dataset.label(index);
  }
}
