package org.spikeledger.simulator.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.digest.InferenceDigest;
import org.spikeledger.simulator.digest.PotentialsDigest;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.EventEngine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.KernelSelection;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.engine.SharedEngine;
import org.spikeledger.simulator.engine.SteppingEngine;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.quantise.Quantiser;
import org.spikeledger.simulator.reference.ReferenceEngine;

/**
 * Makes engines that complete their records with the inference digest, one for each inference that
 * runs side by side; what can be shared is shared. Any thread may call it; {@link #close} ends the
 * threads of those whose inferences are shared.
 */
public final class EngineFactory implements AutoCloseable {

  private final Graph graph;
  private final ValueKind input;
  private final RunSettings settings;
  private final Plan plan;
  private final Kernels kernels;
  private final Queue<SharedEngine> shared = new ConcurrentLinkedQueue<>();

  /**
   * Prepares a network for the inputs of a kind.
   *
   * @throws BadInputException if the network is said to be quantised, and has numbers that are not
   *     whole or potentials that could reach 2^24 in so many timesteps
   */
  public EngineFactory(Graph graph, ValueKind input, RunSettings settings) {
    if (graph.properties().quantisation().isPresent()) {
      Quantiser.check(graph, settings.timesteps(), input);
    }
    this.graph = graph;
    this.input = input;
    this.settings = settings;
    boolean event = settings.engine() == EngineChoice.EVENT;
    this.plan = event ? Plan.of(graph, input) : null;
    this.kernels = event ? KernelSelection.of(settings.kernel()) : null;
  }

  /** The kernel that runs, or {@code reference}. */
  public String kernel() {
    return kernels == null ? settings.engine().key() : kernels.name();
  }

  /** A new engine for one thread, with threads of its own where they share an inference. */
  public Engine create() {
    PotentialsDigest potentials = settings.digestPotentials() ? new PotentialsDigest() : null;
    PotentialKeeper keeper = settings.probes().isEmpty() ? null : new PotentialKeeper(settings);
    Probe probe = Probe.both(orNone(potentials), orNone(keeper));
    Engine engine =
        plan == null
            ? new ReferenceEngine(graph, input, settings.timesteps(), probe)
            : eventEngine(probe);
    Engine digesting = new DigestingEngine(engine, potentials, new InferenceDigest());
    return keeper == null ? digesting : keeper.around(digesting);
  }

  private Engine eventEngine(Probe probe) {
    if (settings.parallelism() == Parallelism.THROUGHPUT || settings.threads() == 1) {
      return new EventEngine(plan, settings.timesteps(), kernels, probe);
    }
    SharedEngine engine =
        new SharedEngine(plan, settings.timesteps(), kernels, probe, settings.threads());
    shared.add(engine);
    return engine;
  }

  /** Ends the threads of all engines, none of which runs an inference. */
  @Override
  public void close() {
    shared.forEach(SharedEngine::close);
  }

  private static Probe orNone(Probe probe) {
    return probe == null ? Probe.NONE : probe;
  }

  /**
   * Inferences whose inputs come step by step, for one thread, on the event engine. The settings'
   * timesteps do not bound them.
   */
  public Episode episode() {
    if (plan == null) {
      throw new BadInputException(
          "inferences that are run step by step need the event engine: engine="
              + settings.engine().key());
    }
    PotentialsDigest potentials = settings.digestPotentials() ? new PotentialsDigest() : null;
    Probe probe = potentials == null ? Probe.NONE : potentials;
    return new Episode(new SteppingEngine(plan, kernels, probe), potentials);
  }

  private record DigestingEngine(
      Engine engine, PotentialsDigest potentials, InferenceDigest inferenceDigest)
      implements Engine {

    @Override
    public void run(long sample, EncodedInput encoded, InferenceRecord record) {
      engine.run(sample, encoded, record);
      byte[] ofPotentials = potentials == null ? null : potentials.finish();
      record.complete(inferenceDigest.of(record, ofPotentials));
    }

    @Override
    public InferenceRecord newRecord() {
      return engine.newRecord();
    }
  }
}
