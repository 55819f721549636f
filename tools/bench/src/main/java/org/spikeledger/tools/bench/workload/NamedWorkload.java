package org.spikeledger.tools.bench.workload;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.simulator.encode.DirectInput;

/** The whole networks that are measured, by the names in tables and JSON. */
public enum NamedWorkload {
  /** VGG16 on 32x32, one timestep, each channel at 13 %. */
  VGG16("vgg16-t1"),
  /** 784-1024-1024-10, five timesteps, input at 5 %; thresholds as at 15 %. */
  FULLY_CONNECTED_5("fully-connected-t5-input5"),
  /** The same, input at 10 %. */
  FULLY_CONNECTED_10("fully-connected-t5-input10"),
  /** The same, input at 15 %; hidden layers at 12.5 %. */
  FULLY_CONNECTED_15("fully-connected-t5-input15"),
  /** The same, input at 20 %. */
  FULLY_CONNECTED_20("fully-connected-t5-input20"),
  /** Four convolutions on 32x32, one timestep, each layer at 12.5 %. */
  SMALL_CONVOLUTIONAL_1("small-convolutional-t1"),
  /** The same, five timesteps. */
  SMALL_CONVOLUTIONAL_5("small-convolutional-t5");

  private static final double CALIBRATED_INPUT = 0.15;
  private static final float LEAK = 0.9f;

  private final String key;

  NamedWorkload(String key) {
    this.key = key;
  }

  /** The name in tables and JSON. */
  public String key() {
    return key;
  }

  /** Builds and calibrates it; takes seconds. */
  public Workload make() {
    return switch (this) {
      case VGG16 -> vgg16();
      case FULLY_CONNECTED_5 -> fullyConnected(0.05);
      case FULLY_CONNECTED_10 -> fullyConnected(0.10);
      case FULLY_CONNECTED_15 -> fullyConnected(0.15);
      case FULLY_CONNECTED_20 -> fullyConnected(0.20);
      case SMALL_CONVOLUTIONAL_1 -> smallConvolutional(1);
      case SMALL_CONVOLUTIONAL_5 -> smallConvolutional(5);
    };
  }

  /** The workload of a name, which must exist. */
  public static NamedWorkload of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a workload exists: workload=" + key));
  }

  private static Workload vgg16() {
    return directlyEncoded(PictureNetwork.VGG16, 1, new FiringTarget(0.13, true, 1f));
  }

  private static Workload smallConvolutional(int timesteps) {
    FiringTarget target = new FiringTarget(0.125, false, timesteps == 1 ? 1f : LEAK);
    return directlyEncoded(PictureNetwork.SMALL_CONVOLUTIONAL, timesteps, target);
  }

  private static Workload directlyEncoded(
      PictureNetwork network, int timesteps, FiringTarget target) {
    Chain chain = network.chain();
    List<DirectInput> inputs = network.pictures();
    List<Neuron> neurons = Calibration.of(chain, inputs, timesteps, target);
    return new Workload(chain, neurons, timesteps, List.copyOf(inputs));
  }

  private static Workload fullyConnected(double rate) {
    int timesteps = 5;
    Chain chain = Networks.fullyConnected();
    List<Neuron> neurons =
        Calibration.of(
            chain,
            RateCodedClothes.of(CALIBRATED_INPUT, timesteps),
            timesteps,
            new FiringTarget(0.125, false, LEAK));
    return new Workload(
        chain, neurons, timesteps, List.copyOf(RateCodedClothes.of(rate, timesteps)));
  }
}
