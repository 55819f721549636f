package org.spikeledger.tools.cli;

import java.nio.file.Path;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;

/** The small network with the sign of its hidden weights turned. */
final class OtherNetwork {

  private OtherNetwork() {}

  static void write(Path from, Path to) {
    Graph graph = NirReader.read(from, ImportOptions.DEFAULT).graph();
    Tensor weight = ((Linear) graph.node("hidden")).weight();
    float[] turned = new float[weight.size()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -weight.get(i);
    }
    NirWriter.write(
        graph.toBuilder().replace("hidden", new Linear(Tensor.of(weight.shape(), turned))).build(),
        to);
  }
}
