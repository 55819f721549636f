package org.spikeledger.simulator.quantise;

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
    float largest = 0;
    for (int i = 0; i < Math.min(samples, inputs.size()); i++) {
      if (!(inputs.input(i) instanceof DirectInput direct)) {
        return 1f;
      }
      for (int at = 0; at < direct.size(); at++) {
        largest = Math.max(largest, Math.abs(direct.value(at)));
      }
    }
    return largest == 0 ? 1f : largest / RowFormat.LARGEST;
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
    return switch (inputs.input(index)) {
      case DirectInput direct -> quantised(direct);
      case EventInput events -> events;
    };
  }

  private DirectInput quantised(DirectInput direct) {
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
