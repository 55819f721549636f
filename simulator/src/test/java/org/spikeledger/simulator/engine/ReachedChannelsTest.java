package org.spikeledger.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.Window;
import org.spikeledger.simulator.plan.Windows;

class ReachedChannelsTest {

  private static final int ROWS = 9;
  private static final int CHANNELS = 70;

  /** Channel 67 has zero weights from the first four neurons, and from no other. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 9})
  void aChannelIsReachedOnceAnEventComesOverAWeightThatIsNotZero(int events) {
    float[] values = new float[CHANNELS * ROWS];
    Arrays.fill(values, 0.5f);
    Arrays.fill(values, 67 * ROWS, 67 * ROWS + 4, 0f);
    Layout source = Layout.of(Shape.of(ROWS));
    Layout target = Layout.of(Shape.of(CHANNELS));
    PackedWeights weights =
        PackedWeights.of(new Linear(Tensor.of(Shape.of(CHANNELS, ROWS), values)), source, target);
    assertEquals(4, weights.nonZero().mostZeros());
    Window window = new Window(1, 1, 1, 1, 0, 0, 1, 1, 1);
    Runs runs = new Runs(Windows.of(window, source, Layout.of(Shape.of(1))), weights);
    int[] indices = IntStream.range(0, Layout.withRoom(ROWS)).toArray();
    runs.of(new int[] {0, events}, indices, null);
    NeuronBits reached = new NeuronBits(target);
    new ReachedChannels(weights).mark(runs, 0, reached, 0, 0);
    assertEquals(events > 4 ? CHANNELS : CHANNELS - 1, reached.count());
    assertEquals(events > 4, reached.isSet(0, 67));
  }
}
