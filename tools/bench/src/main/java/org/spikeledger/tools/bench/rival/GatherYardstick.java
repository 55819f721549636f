package org.spikeledger.tools.bench.rival;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.tools.bench.workload.ConvolutionLayer;

/**
 * The least that any event-driven 3x3 convolution must do: for each output pixel and each tile of
 * channels, add the weight rows of the active inputs around it. One pattern of spikes, no neurons,
 * no counters, no events written; weights and sums in memory aligned to cache lines. What the
 * engine reaches beside it, with all that it does more, is its efficiency.
 */
public final class GatherYardstick {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int VECTORS = 4;
  private static final long VECTOR_BYTES = SPECIES.vectorByteSize();
  private static final long TILE_BYTES = VECTORS * VECTOR_BYTES;
  private static final long LINE = 64;

  private final int side;
  private final int channelsIn;
  private final long rowBytes;
  private final int[] starts;
  private final int[] channels;
  private final MemorySegment weights;
  private final MemorySegment sums;

  /**
   * A yardstick.
   *
   * @param layer whose channels out are a multiple of four vectors
   * @param pattern of one timestep
   */
  public GatherYardstick(ConvolutionLayer layer, EventInput pattern) {
    side = layer.side();
    channelsIn = layer.channelsIn();
    rowBytes = (long) layer.channelsOut() * Float.BYTES;
    if (rowBytes % TILE_BYTES != 0) {
      throw new IllegalArgumentException("channels fill whole tiles: bytes=" + rowBytes);
    }
    Arena arena = Arena.ofAuto();
    weights = arena.allocate(9L * channelsIn * rowBytes, LINE);
    sums = arena.allocate((long) side * side * rowBytes, LINE);
    pack(layer.weights());
    starts = new int[side * side + 1];
    channels = new int[pattern.size()];
    index(pattern);
  }

  private void pack(Tensor weight) {
    int channelsOut = weight.shape().dimension(0);
    for (int tap = 0; tap < 9; tap++) {
      for (int in = 0; in < channelsIn; in++) {
        for (int out = 0; out < channelsOut; out++) {
          long row = (long) tap * channelsIn + in;
          float value = weight.get((out * channelsIn + in) * 9 + tap);
          weights.setAtIndex(ValueLayout.JAVA_FLOAT, row * channelsOut + out, value);
        }
      }
    }
  }

  private void index(EventInput pattern) {
    for (int event = 0; event < pattern.size(); event++) {
      channels[event] = pattern.index(event) % channelsIn;
      starts[pattern.index(event) / channelsIn + 1] = event + 1;
    }
    for (int pixel = 0; pixel < side * side; pixel++) {
      starts[pixel + 1] = Math.max(starts[pixel + 1], starts[pixel]);
    }
  }

  /** Adds the currents of the whole map to the sums. */
  public MemorySegment run() {
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pixel(y, x);
      }
    }
    return sums;
  }

  /** The sums so far, by row, column, channel. */
  public float[] values() {
    return sums.toArray(ValueLayout.JAVA_FLOAT);
  }

  /** Makes all sums 0. */
  public void clear() {
    sums.fill((byte) 0);
  }

  private void pixel(int y, int x) {
    for (long tile = 0; tile < rowBytes; tile += TILE_BYTES) {
      tile(y, x, tile);
    }
  }

  private void tile(int y, int x, long tile) {
    long at = ((long) y * side + x) * rowBytes + tile;
    FloatVector a = load(sums, at);
    FloatVector b = load(sums, at + VECTOR_BYTES);
    FloatVector c = load(sums, at + 2 * VECTOR_BYTES);
    FloatVector d = load(sums, at + 3 * VECTOR_BYTES);
    int lastRow = Math.min(y + 1, side - 1);
    int lastColumn = Math.min(x + 1, side - 1);
    for (int row = Math.max(y - 1, 0); row <= lastRow; row++) {
      for (int column = Math.max(x - 1, 0); column <= lastColumn; column++) {
        int tap = (row - y + 1) * 3 + column - x + 1;
        long first = (long) tap * channelsIn * rowBytes + tile;
        int end = starts[row * side + column + 1];
        for (int event = starts[row * side + column]; event < end; event++) {
          long weight = first + channels[event] * rowBytes;
          a = a.add(load(weights, weight));
          b = b.add(load(weights, weight + VECTOR_BYTES));
          c = c.add(load(weights, weight + 2 * VECTOR_BYTES));
          d = d.add(load(weights, weight + 3 * VECTOR_BYTES));
        }
      }
    }
    store(a, at);
    store(b, at + VECTOR_BYTES);
    store(c, at + 2 * VECTOR_BYTES);
    store(d, at + 3 * VECTOR_BYTES);
  }

  private static FloatVector load(MemorySegment from, long at) {
    return FloatVector.fromMemorySegment(SPECIES, from, at, ORDER);
  }

  private void store(FloatVector vector, long at) {
    vector.intoMemorySegment(sums, at, ORDER);
  }
}
