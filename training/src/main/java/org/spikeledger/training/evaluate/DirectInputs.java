package org.spikeledger.training.evaluate;

import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectEncoder;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.InputSource;

/** The images of a dataset, directly encoded, for the simulator. Any thread may use it. */
public final class DirectInputs implements InputSource {
  private final Dataset dataset;
  private final DirectEncoder directEncoder;

  /** Encodes these images. */
  public DirectInputs(Dataset dataset, Normalisation normalisation) {
    this.dataset = dataset;
    directEncoder = new DirectEncoder(dataset.imageShape(), normalisation);
  }

  @Override
  public String name() {
    return dataset.name();
  }

  @Override
  public String encoder() {
    return directEncoder.description();
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
    return directEncoder.encode(pixels);
  }

  @Override
  public int label(int index) {
    return dataset.label(index);
  }
}
