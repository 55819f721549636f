package org.spikeledger.simulator.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.InputSource;

/** How a run over several threads ends, and in which order its results come. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipelineTest {

  private static final int SAMPLES = 300;
  private static final Graph GRAPH =
      Graph.builder()
          .node("input", new Input(Shape.of(1)))
          .node("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f))))
          .node("output", new Output())
          .chain("input", "neuron", "output")
          .build();

  /** Sample i has the value i + 1; one sample may be of a wrong shape, one label may be missing. */
  private record Samples(int wrongShape, int noLabel) implements InputSource {

    @Override
    public String name() {
      return "samples";
    }

    @Override
    public String encoder() {
      return "direct";
    }

    @Override
    public int size() {
      return SAMPLES;
    }

    @Override
    public ValueKind kind() {
      return ValueKind.ANALOG;
    }

    @Override
    public EncodedInput input(int index) {
      LockSupport.parkNanos(new SplittableRandom(index).nextInt(200_000));
      return index == wrongShape
          ? new DirectInput(Shape.of(2), new float[2])
          : new DirectInput(Shape.of(1), new float[] {index + 1});
    }

    @Override
    public int label(int index) {
      if (index == noLabel) {
        throw new BadInputException("a label is there: index=" + index);
      }
      return 0;
    }
  }

  @AfterEach
  void noSimulatingThreadIsLeft() {
    assertEquals(
        List.of(),
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("simulate-") || name.startsWith("listen-"))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void resultsComeInDatasetOrderWhateverTheThreads(int threads) {
    List<Long> samples = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    run(
        new Samples(-1, -1),
        threads,
        (record, label) -> {
          samples.add(record.sample());
          values.add(((DirectInput) record.input()).value(0));
        });
    assertEquals(IntStream.range(0, SAMPLES).mapToObj(Long::valueOf).toList(), samples);
    assertEquals(IntStream.range(0, SAMPLES).mapToObj(i -> i + 1f).toList(), values);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aListenerThatThrowsEndsTheRunWithItsException(int threads) {
    RuntimeException thrown = new IllegalStateException("the listener is full");
    List<Long> seen = new ArrayList<>();
    InferenceListener listener =
        (record, label) -> {
          seen.add(record.sample());
          if (record.sample() == 7) {
            throw thrown;
          }
        };
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class, () -> run(new Samples(-1, -1), threads, listener)));
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), seen);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void listenersSideBySideEachSeeAllInOrderOnThreadsOfTheirOwn(int threads) {
    List<Long> quick = new ArrayList<>();
    List<Long> slow = new ArrayList<>();
    Set<Thread> seenOn = ConcurrentHashMap.newKeySet();
    runSideBySide(
        threads,
        (record, label) -> {
          quick.add(record.sample());
          seenOn.add(Thread.currentThread());
        },
        (record, label) -> {
          LockSupport.parkNanos(100_000);
          slow.add(record.sample());
          seenOn.add(Thread.currentThread());
        });
    assertEquals(IntStream.range(0, SAMPLES).mapToObj(Long::valueOf).toList(), quick);
    assertEquals(quick, slow);
    assertEquals(2, seenOn.size());
    assertFalse(seenOn.contains(Thread.currentThread()));
  }

  @Test
  void oneOfSeveralListenersThatThrowsEndsTheRun() {
    RuntimeException thrown = new IllegalStateException("the disk is full");
    List<Long> other = new ArrayList<>();
    InferenceListener throwing =
        (record, label) -> {
          if (record.sample() == 20) {
            throw thrown;
          }
        };
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () -> runSideBySide(2, (record, label) -> other.add(record.sample()), throwing)));
    assertEquals(IntStream.range(0, other.size()).mapToObj(Long::valueOf).toList(), other);
  }

  @Test
  void anErrorOfAListenerEndsTheRunToo() {
    Error thrown = new AssertionError("the listener expected something else");
    InferenceListener listener =
        (record, label) -> {
          throw thrown;
        };
    assertSame(
        thrown, assertThrows(AssertionError.class, () -> run(new Samples(-1, -1), 4, listener)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anInputOfAWrongShapeEndsTheRunAfterThoseBeforeIt(int threads) {
    List<Long> seen = new ArrayList<>();
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> run(new Samples(5, -1), threads, (record, label) -> seen.add(record.sample())));
    assertEquals(
        "an input has the shape of the network's input: shape=(2) expected=(1)",
        refused.getMessage());
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L), seen);
  }

  @Test
  void aLabelThatCannotBeReadEndsTheRun() {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> run(new Samples(-1, 3), 4, (record, label) -> assertFalse(label < 0)));
    assertEquals("a label is there: index=3", refused.getMessage());
  }

  private static void runSideBySide(int threads, InferenceListener... listeners) {
    Runner.run(
        GRAPH,
        "neuron",
        new Samples(-1, -1),
        RunSettings.of(2).withThreads(threads),
        UnaryOperator.identity(),
        List.of(),
        List.of(listeners));
  }

  private static RunSummary run(InputSource inputs, int threads, InferenceListener listener) {
    return Runner.run(
        GRAPH, "neuron", inputs, RunSettings.of(2).withThreads(threads), List.of(listener));
  }
}
