package org.spikeledger.simulator.quantise;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.plan.RowFormat;

/**
 * Inputs as whole numbers: a directly encoded value x becomes {@code rint(x / scale)}, at most 127
 * of either sign; spikes stay what they are. Safe for several threads.
 *
 * @param inputs of float32
 * @param scale what 1 stands for
 */
public record QuantisedInputs(InputSource inputs, float scale) implements InputSource {

  /** Refuses what has no integer form. */
  public QuantisedInputs {
    if (inputs.kind() == ValueKind.GRADED) {
      throw new BadInputException(
          "in integer mode an input is directly encoded or spikes: kind=%s dataset=%s"
              .formatted(inputs.kind(), inputs.name()));
    }
  }

  /**
   * Finds the scale from some inputs: the largest value, of either sign, becomes 127.
   *
   * @param samples how many, from the first
   * @return 1 for spikes
   */
  public static float calibrate(InputSource inputs, int samples) {
    int number = Math.min(samples, inputs.size());
    return scale(IntStream.range(0, number).mapToObj(inputs::input));
  }

  /** The scale of inputs; 1 for spikes. */
  public static float scale(Stream<? extends EncodedInput> inputs) {
    double largest = inputs.mapToDouble(QuantisedInputs::largest).max().orElse(0);
    return largest == 0 ? 1f : (float) largest / RowFormat.LARGEST;
  }

  /** The largest directly encoded value, of either sign; 0 of spikes. */
  private static double largest(EncodedInput input) {
    double largest = 0;
    if (input instanceof DirectInput direct) {
      for (int at = 0; at < direct.size(); at++) {
        largest = Math.max(largest, Math.abs(direct.value(at)));
      }
    }
    return largest;
  }

  @Override
  public String name() {
    return inputs.name();
  }

  @Override
  public String encoder() {
    return inputs.encoder() + " int8 scale=" + scale;
  }

  @Override
  public int size() {
    return inputs.size();
  }

  @Override
  public ValueKind kind() {
    return inputs.kind();
  }

  @Override
  public EncodedInput input(int index) {
    return quantised(inputs.input(index), scale);
  }

  /** An input as whole numbers. */
  public static EncodedInput quantised(EncodedInput input, float scale) {
    return switch (input) {
      case DirectInput direct -> quantised(direct, scale);
      case EventInput events -> events;
    };
  }

  private static DirectInput quantised(DirectInput direct, float scale) {
    float[] values = new float[direct.size()];
    for (int i = 0; i < values.length; i++) {
      float whole = ChannelScales.whole((double) direct.value(i) / scale);
      values[i] = Math.clamp(whole, -RowFormat.LARGEST, RowFormat.LARGEST);
    }
    return new DirectInput(direct.shape(), values);
  }

  @Override
  public int label(int index) {
    return inputs.label(index);
  }
}
