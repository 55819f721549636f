package org.spikeledger.tools.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.nir.NirWriter;

/** A small seeded network and a few seeded images, as files. */
final class SmallData {

  static final int IMAGES = 7;
  private static final int SIDE = 8;
  private static final int CLASSES = 10;

  private final Random random = new Random(42);
  private final Path folder;

  private SmallData(Path folder) {
    this.folder = folder;
  }

  /** Writes {@code small.nir}, {@code unsaid.nir} (without properties) and the images. */
  static void write(Path folder) throws IOException {
    SmallData data = new SmallData(folder);
    Graph graph = data.network();
    NirWriter.write(graph, folder.resolve("small.nir"));
    NirWriter.write(
        graph.toBuilder().properties(NetworkProperties.NONE).build(), folder.resolve("unsaid.nir"));
    data.writeImages();
  }

  private Graph network() {
    return Graph.builder()
        .node("input", new Input(Shape.of(1, SIDE, SIDE)))
        .node("conv", Conv2d.of(tensor(0.4f, 4, 1, 3, 3), Optional.empty(), 1))
        .node("first", neurons())
        .node("pool", AvgPool2d.of(2))
        .node("flatten", Flatten.ALL)
        .node("hidden", new Linear(tensor(0.5f, 12, 64)))
        .node("second", neurons())
        .node("classify", new Linear(tensor(0.5f, CLASSES, 12)))
        .node("output", new Output())
        .chain(
            "input", "conv", "first", "pool", "flatten", "hidden", "second", "classify", "output")
        .properties(
            new NetworkProperties(
                OptionalInt.of(2),
                Optional.of(new Normalisation(List.of(0.25), List.of(0.5))),
                List.of(),
                new TreeMap<>()))
        .build();
  }

  private static LIF neurons() {
    return new LIF(
        Tensor.scalar(0.9f),
        Tensor.scalar(1f),
        Tensor.scalar(0f),
        Firing.ofPaper(Tensor.scalar(0.5f)));
  }

  private Tensor tensor(float range, int... extents) {
    Shape shape = Shape.of(extents);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = range * (2 * random.nextFloat() - 1);
    }
    return Tensor.of(shape, values);
  }

  private void writeImages() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * SIDE * SIDE);
    images.putInt(0x803).putInt(IMAGES).putInt(SIDE).putInt(SIDE);
    while (images.hasRemaining()) {
      images.put((byte) random.nextInt(256));
    }
    ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES);
    labels.putInt(0x801).putInt(IMAGES);
    while (labels.hasRemaining()) {
      labels.put((byte) random.nextInt(CLASSES));
    }
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels.array());
  }
}
