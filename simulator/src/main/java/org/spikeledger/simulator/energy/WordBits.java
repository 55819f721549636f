package org.spikeledger.simulator.energy;

import org.spikeledger.models.BadInputException;

/**
 * Widths of what is stored, in bits, 1..64 each. An access to a word costs its share of the
 * memory's published access width.
 *
 * @param weight of a weight
 * @param activation of an activation, a pixel or an output value
 * @param potential of a membrane potential or a stored current
 * @param event of an event in a queue: its address, and its value where it has one
 */
public record WordBits(int weight, int activation, int potential, int event) {

  /** Checks the widths. */
  public WordBits {
    check("weight", weight);
    check("activation", activation);
    check("potential", potential);
    check("event", event);
  }

  static void check(String field, int bits) {
    if (bits < 1 || bits > 64) {
      throw new BadInputException(
          "a word has 1 to 64 bits: field=%s value=%d".formatted(field, bits));
    }
  }
}
