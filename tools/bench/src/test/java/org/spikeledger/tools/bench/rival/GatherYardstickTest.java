package org.spikeledger.tools.bench.rival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.tools.bench.workload.ConvolutionLayer;

class GatherYardstickTest {

  @Test
  void everyEventReachesItsNeighboursOnce() {
    ConvolutionLayer layer = ConvolutionLayer.of("5x6x128");
    EventInput pattern = layer.patterns(0.3).getFirst();
    GatherYardstick yardstick = new GatherYardstick(layer, pattern);
    yardstick.run();
    yardstick.clear();
    yardstick.run();
    assertArrayEquals(scattered(layer, pattern), yardstick.values(), 1e-6f);
  }

  /** From events to targets, where the yardstick goes from targets to events. */
  private static float[] scattered(ConvolutionLayer layer, EventInput pattern) {
    int side = layer.side();
    Tensor weights = layer.weights();
    float[] sums = new float[side * side * layer.channelsOut()];
    for (int event = 0; event < pattern.size(); event++) {
      int channel = pattern.index(event) % layer.channelsIn();
      int position = pattern.index(event) / layer.channelsIn();
      for (int tap = 0; tap < 9; tap++) {
        int y = position / side - (tap / 3 - 1);
        int x = position % side - (tap % 3 - 1);
        if (y < 0 || y >= side || x < 0 || x >= side) {
          continue;
        }
        for (int out = 0; out < layer.channelsOut(); out++) {
          sums[(y * side + x) * layer.channelsOut() + out] +=
              weights.get((out * layer.channelsIn() + channel) * 9 + tap);
        }
      }
    }
    return sums;
  }
}
