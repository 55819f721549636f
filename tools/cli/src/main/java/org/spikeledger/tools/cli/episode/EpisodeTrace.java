package org.spikeledger.tools.cli.episode;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.environment.Step;
import org.spikeledger.simulator.agent.AgentNetwork;
import org.spikeledger.simulator.agent.EpisodeListener;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.tools.cli.command.Version;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.record.TraceRecorder;

/**
 * Records one episode: as one inference where state is carried, else an inference an environment
 * step. How many timesteps an inference has is known from the first one. Used by the thread that
 * plays, then by the one that completes it.
 */
final class EpisodeTrace implements EpisodeListener, AutoCloseable {

  private final Path file;
  private final AgentNetwork network;
  private final String networkName;
  private final String environment;
  private TraceRecorder recorder;

  EpisodeTrace(Path file, AgentNetwork network, String networkName, String environment) {
    this.file = file;
    this.network = network;
    this.networkName = networkName;
    this.environment = environment;
  }

  @Override
  public void onStep(float[] observation, float[] values, int action, Step step) {}

  @Override
  public void onInference(InferenceRecord record, int label) {
    if (recorder == null) {
      recorder = TraceRecorder.create(file, header(record.counters().timesteps()));
    }
    recorder.onInference(record, label);
  }

  private TraceHeader header(int timesteps) {
    List<TraceLayer> layers =
        network.recordedFacts().stream()
            .map(facts -> new TraceLayer(facts, network.graph().shape(facts.layer().name())))
            .toList();
    return new TraceHeader(
        networkName,
        environment,
        network.fingerprint(),
        timesteps,
        Fingerprint.precision(network.graph()),
        network.graph().shape(network.graph().inputName()),
        network.inputKind(),
        false,
        true,
        layers,
        List.of(),
        Version.current(),
        Fingerprint.SEMANTICS_VERSION);
  }

  /** Gives the file its name; its inferences and bytes in words. */
  String complete() {
    recorder.complete();
    return "trace written: file=%s inferences=%d bytes=%d"
        .formatted(file, recorder.inferences(), recorder.bytes());
  }

  @Override
  public void close() {
    if (recorder != null) {
      recorder.close();
    }
  }
}
