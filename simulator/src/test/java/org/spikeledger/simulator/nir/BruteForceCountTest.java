package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.dataset.EventRecording;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventBinning;
import org.spikeledger.simulator.encode.RecordingSource;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/**
 * The convolutional network of the NIR repository on events of a camera, counted by plain loops.
 */
class BruteForceCountTest {

  private static final long SEED = 20_261_124;
  private static final int TIMESTEPS = 4;
  private static final int EVENTS = 3000;
  private static final Shape INPUT = Shape.of(2, 34, 34);

  @Test
  void theCountsOnEventInputAreThoseOfPlainLoops() {
    Graph graph =
        NirReader.read(PublicNirFiles.file("cnn_sinabs.nir"), ImportProfile.SINABS.options())
            .graph();
    EventRecording.Builder recording = EventRecording.builder();
    float[][] frames = new float[TIMESTEPS][INPUT.size()];
    fill(recording, frames);
    RecordingSource source =
        new RecordingSource(
            "events",
            List.of(recording.build()),
            Optional.empty(),
            new EventBinning(TIMESTEPS, OptionalLong.of(1000)),
            INPUT);
    RunSummary run =
        Runner.run(graph, "cnn_sinabs.nir", source, RunSettings.of(TIMESTEPS), List.of());

    BruteForce expected = new BruteForce(graph);
    for (float[] frame : frames) {
      expected.timestep(frame);
    }
    for (LayerFacts facts : run.layers().subList(0, 5)) {
      compare(facts, run.counts(), expected);
    }
  }

  private static void compare(LayerFacts facts, Counts counts, BruteForce expected) {
    int index = facts.layer().index();
    String name = facts.layer().name();
    String connection = facts.layer().connections().getFirst();
    String where = "layer=" + name + " seed=" + SEED;
    assertTrue(expected.spikes(name) > 0, where);
    assertEquals(expected.spikes(name), counts.layer(index, Primitive.SPIKES), where);
    assertEquals(expected.eventsIn(connection), counts.layer(index, Primitive.EVENTS_IN), where);
    assertEquals(
        expected.operations(connection),
        counts.layer(index, Primitive.MULTIPLY_ACCUMULATES),
        where);
    assertEquals(0, counts.layer(index, Primitive.ACCUMULATES), where);
  }

  /** Events all over the map, several of one place and millisecond among them. */
  private static void fill(EventRecording.Builder recording, float[][] frames) {
    Random random = new Random(SEED);
    recording.event(0, 0, false, 0);
    frames[0][0]++;
    for (int i = 0; i < EVENTS; i++) {
      int x = random.nextInt(34);
      int y = random.nextInt(34);
      int channel = random.nextInt(2);
      int time = random.nextInt(TIMESTEPS * 1000);
      recording.event(x, y, channel == 1, time);
      frames[time / 1000][(channel * 34 + y) * 34 + x]++;
    }
  }
}
