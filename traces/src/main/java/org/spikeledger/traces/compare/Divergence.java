package org.spikeledger.traces.compare;

import java.util.HexFormat;
import org.spikeledger.simulator.count.Primitive;

/**
 * The first place where what was recorded and what was found differ.
 *
 * @param sample the input's place in its dataset; -1 where it is the run as a whole
 * @param what differs
 * @param timestep where; -1 where it is no matter of one timestep
 * @param layer the layer's name; empty where it is no matter of one layer
 * @param neuron the neuron's index in NIR's order; -1 where it is no matter of one neuron
 * @param recorded as it stands in the trace
 * @param found as it is now
 */
public record Divergence(
    long sample, What what, int timestep, String layer, int neuron, String recorded, String found) {

  /** What differs. */
  public enum What {
    /** The inferences did not receive the same. */
    INPUT("input"),
    /** A neuron fired in one, not in the other, or gave another number of spikes. */
    SPIKES("spikes"),
    /** Equal spikes, another counter. */
    COUNTER("counter"),
    /** Equal spikes and counters, another output potential. */
    OUTPUT("output potential"),
    /** Everything recorded is equal, but not the digest. */
    DIGEST("inference digest"),
    /** Every inference is equal, but not the digest of the run. */
    RUN_DIGEST("run digest");

    private final String words;

    What(String words) {
      this.words = words;
    }
  }

  /** Another digest of the encoded input. */
  public static Divergence ofInput(long sample, byte[] recorded, byte[] found) {
    return new Divergence(sample, What.INPUT, -1, "", -1, hex(recorded), hex(found));
  }

  /** Another number of spikes of a neuron; 0 where it did not fire. */
  static Divergence ofSpikes(
      long sample, int timestep, String layer, int neuron, int recorded, int found) {
    return new Divergence(
        sample,
        What.SPIKES,
        timestep,
        layer,
        neuron,
        String.valueOf(recorded),
        String.valueOf(found));
  }

  /** Another counter. */
  public static Divergence ofCounter(
      long sample, int timestep, String layer, Primitive primitive, long recorded, long found) {
    return new Divergence(
        sample,
        What.COUNTER,
        timestep,
        layer,
        -1,
        primitive.key() + " " + recorded,
        primitive.key() + " " + found);
  }

  /** Another output potential after the last timestep; both as decimal and raw bits. */
  static Divergence ofOutput(long sample, String layer, int neuron, float recorded, float found) {
    return new Divergence(sample, What.OUTPUT, -1, layer, neuron, bits(recorded), bits(found));
  }

  /** Another inference digest over content that is equal as far as it is recorded. */
  public static Divergence ofDigest(long sample, byte[] recorded, byte[] found) {
    return new Divergence(sample, What.DIGEST, -1, "", -1, hex(recorded), hex(found));
  }

  /** Another run digest over equal inferences. */
  public static Divergence ofRunDigest(String recorded, String found) {
    return new Divergence(-1, What.RUN_DIGEST, -1, "", -1, recorded, found);
  }

  /** One line that names the place and both values. */
  public String describe() {
    StringBuilder line = new StringBuilder(what.words).append(" differs:");
    if (sample >= 0) {
      line.append(" sample=").append(sample);
    }
    if (timestep >= 0) {
      line.append(" timestep=").append(timestep);
    }
    if (!layer.isEmpty()) {
      line.append(" layer=").append(layer);
    }
    if (neuron >= 0) {
      line.append(" neuron=").append(neuron);
    }
    return line.append(" recorded=").append(recorded).append(" found=").append(found).toString();
  }

  private static String bits(float value) {
    return "%s (0x%08x)".formatted(value, Float.floatToRawIntBits(value));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
