package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.random.RandomInputs;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.Runner;

/** The residual network of Chowdhury, Rathi and Roy runs from a file, with their dense counts. */
class ResidualNetworkTest {

  private static final int[] PLANES = {64, 128, 256, 512};

  private final SplittableRandom random = new SplittableRandom(20);
  private final Graph.Builder builder = Graph.builder();
  private String last = "input";
  private int channels = 3;
  private int next;

  @TempDir Path folder;

  @Test
  void itRunsFromAFileAndHasTheMultiplyAccumulatesOfThePaper() {
    Path file = folder.resolve("resnet20.nir");
    NirWriter.write(residual(), file);
    Graph graph = NirReader.read(file, ImportOptions.DEFAULT).graph();
    List<LayerFacts> facts = LayerFacts.of(graph, ValueKind.ANALOG);
    assertEquals(
        215_699_456L, facts.stream().mapToLong(LayerFacts::denseOperations).sum(), "10 classes");
    assertEquals(
        319_488L,
        facts.stream()
            .filter(each -> !each.layer().isOutput())
            .mapToLong(each -> each.layer().neurons())
            .sum());
    RandomInputs inputs = new RandomInputs(20, Shape.of(3, 32, 32), ValueKind.ANALOG, 1, 1);
    RunSummary summary = Runner.run(graph, "resnet20", inputs, RunSettings.of(1), List.of());
    for (LayerFacts each : facts) {
      int layer = each.layer().index();
      assertTrue(
          each.layer().isOutput() || summary.counts().layer(layer, Primitive.SPIKES) > 0,
          "a layer is silent: layer=" + each.layer().name());
    }
  }

  private Graph residual() {
    builder.node("input", new Input(Shape.of(3, 32, 32)));
    for (int i = 0; i < 3; i++) {
      convolution(64, 3, 1);
      neuron();
    }
    add("pool", AvgPool2d.of(2));
    for (int stage = 0; stage < PLANES.length; stage++) {
      block(PLANES[stage], stage == 0 ? 1 : 2);
      block(PLANES[stage], 1);
    }
    add("flatten", Flatten.ALL);
    add("linear", new Linear(weights(Shape.of(10, 2048))));
    add("output", new Output());
    return builder.build();
  }

  private void block(int planes, int stride) {
    String fork = last;
    int arriving = channels;
    convolution(planes, 3, stride);
    neuron();
    convolution(planes, 3, 1);
    String main = last;
    last = fork;
    channels = arriving;
    if (stride != 1) {
      convolution(planes, 1, stride);
    }
    String shortcut = last;
    last = main;
    channels = planes;
    neuron();
    builder.edge(shortcut, last);
  }

  private void convolution(int planes, int kernel, int stride) {
    Tensor weight = weights(Shape.of(planes, channels, kernel, kernel));
    int padding = kernel / 2;
    add(
        "conv",
        new Conv2d(
            weight,
            Optional.empty(),
            Extent2d.of(stride),
            Padding.of(padding, padding),
            Extent2d.of(1),
            1));
    channels = planes;
  }

  private void neuron() {
    add("neuron", new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(.25f))));
  }

  private void add(String kind, Node node) {
    String name = "%03d.%s".formatted(next++, kind);
    name = kind.equals("output") ? "output" : name;
    builder.node(name, node).edge(last, name);
    last = name;
  }

  private Tensor weights(Shape shape) {
    float scale = (float) Math.sqrt(6.0 / (shape.size() / (double) shape.dimension(0)));
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * (float) (2 * random.nextDouble() - 1);
    }
    return Tensor.adopt(shape, values);
  }
}
