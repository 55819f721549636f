package org.spikeledger.simulator.digest;

import java.util.HexFormat;
import java.util.Map;
import org.spikeledger.models.digest.Sha256;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Node;

/**
 * Names what is run: SHA-256 over a canonical serialisation of the network and of all that decides
 * its result. Threads, kernels, paths, dates and builds are not in it.
 *
 * <pre>{@code
 * text "spikeledger", int semantics version, text precision, text encoder, int timesteps
 * int nodes, then for each in name order: text name, text type, its parameters (see NodeSerialiser)
 * int edges, then for each in order: text source, text target
 * }</pre>
 */
public final class Fingerprint {

  /** The version of the timestep's semantics, the counters and the digests. */
  public static final int SEMANTICS_VERSION = 1;

  private static final String FLOAT32 = "float32";
  private static final String INT8 = "int8";

  private Fingerprint() {}

  /** The precision of a network's weights: {@code float32} or {@code int8}. */
  public static String precision(Graph graph) {
    return graph.properties().quantisation().isPresent() ? INT8 : FLOAT32;
  }

  /**
   * The fingerprint, 64 hexadecimal digits.
   *
   * @param graph the network
   * @param encoder the text of {@code InputSource.encoder()}
   * @param timesteps T
   */
  public static String of(Graph graph, String encoder, int timesteps) {
    Sha256 sha = new Sha256();
    sha.putText("spikeledger");
    sha.putInt(SEMANTICS_VERSION);
    sha.putText(precision(graph));
    sha.putText(encoder);
    sha.putInt(timesteps);
    NodeSerialiser serialiser = new NodeSerialiser(sha);
    sha.putInt(graph.nodes().size());
    for (Map.Entry<String, Node> entry : graph.nodes().entrySet()) {
      sha.putText(entry.getKey());
      serialiser.put(entry.getValue());
    }
    sha.putInt(graph.edges().size());
    for (Edge edge : graph.edges()) {
      sha.putText(edge.source());
      sha.putText(edge.target());
    }
    return HexFormat.of().formatHex(sha.finish());
  }
}
