package org.spikeledger.models.nir;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes NIR files field by field, right or wrong, without the writer under test. */
public final class NirFileMaker {

  private final SortedMap<String, Map<String, Object>> nodes = new TreeMap<>();
  private final List<String[]> edges = new ArrayList<>();
  private final SortedMap<String, NirFileMaker> nested = new TreeMap<>();
  private String type = "NIRGraph";

  /** Adds a node; fields are names and values by turns. */
  public NirFileMaker node(String name, String nodeType, Object... fields) {
    Map<String, Object> all = new TreeMap<>();
    all.put("type", nodeType);
    for (int i = 0; i < fields.length; i += 2) {
      all.put((String) fields[i], fields[i + 1]);
    }
    nodes.put(name, all);
    return this;
  }

  public NirFileMaker set(String node, String field, Object value) {
    nodes.get(node).put(field, value);
    return this;
  }

  public NirFileMaker without(String node, String field) {
    nodes.get(node).remove(field);
    return this;
  }

  public NirFileMaker withoutNode(String node) {
    nodes.remove(node);
    return this;
  }

  public boolean has(String node) {
    return nodes.containsKey(node);
  }

  public NirFileMaker chain(String... names) {
    for (int i = 1; i < names.length; i++) {
      edges.add(new String[] {names[i - 1], names[i]});
    }
    return this;
  }

  /** Adds a network as a node. */
  public NirFileMaker nest(String name, NirFileMaker network) {
    nested.put(name, network);
    return this;
  }

  public NirFileMaker graphType(String changed) {
    type = changed;
    return this;
  }

  public Path write(Path file) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("version", "1.0.7");
      write(hdf.putGroup("node"));
    }
    return file;
  }

  private void write(WritableGroup network) {
    network.putDataset("type", type);
    if (edges.isEmpty()) {
      network.putDataset("edges", new double[] {0});
    } else {
      network.putDataset("edges", edges.toArray(String[][]::new));
    }
    WritableGroup group = network.putGroup("nodes");
    nodes.forEach((name, fields) -> write(group.putGroup(name), fields));
    nested.forEach((name, maker) -> maker.write(group.putGroup(name)));
  }

  private static void write(WritableGroup group, Map<String, Object> fields) {
    WritableGroup metadata = null;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (field.getKey().startsWith("metadata/")) {
        metadata = metadata == null ? group.putGroup("metadata") : metadata;
        metadata.putDataset(field.getKey().substring("metadata/".length()), field.getValue());
      } else {
        group.putDataset(field.getKey(), field.getValue());
      }
    }
  }

  /** Input of one map of 5 x 4, Conv2d 3 x 2 of one channel, Output. */
  public static NirFileMaker convolution() {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {1, 5, 4})
        .node(
            "conv",
            "Conv2d",
            "weight",
            new float[][][][] {{{{1, 2}, {3, 4}, {5, 6}}}},
            "bias",
            new float[] {0},
            "stride",
            new long[] {1, 1},
            "padding",
            new long[] {0, 0},
            "dilation",
            new long[] {1, 1},
            "groups",
            1L,
            "input_shape",
            new long[] {5, 4})
        .node("output", "Output", "shape", new long[] {1, 3, 3})
        .chain("input", "conv", "output");
  }

  /** Input of 3, a LIF of three neurons, Output. */
  public static NirFileMaker lif() {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {3})
        .node(
            "neuron",
            "LIF",
            "tau",
            new double[] {.001, .002, .004},
            "r",
            new double[] {1, 2, 3},
            "v_leak",
            new double[] {.5, 0, -1},
            "v_threshold",
            new double[] {1, 2, 3})
        .node("output", "Output", "shape", new long[] {3})
        .chain("input", "neuron", "output");
  }

  /** Input of 2, an IF, Output. */
  public static NirFileMaker integrateAndFire(Object r) {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {2})
        .node("neuron", "IF", "r", r, "v_threshold", new float[] {1, 1})
        .node("output", "Output", "shape", new long[] {2})
        .chain("input", "neuron", "output");
  }
}
