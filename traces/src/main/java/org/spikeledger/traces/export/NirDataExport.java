package org.spikeledger.traces.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.nir.NirDataWriter;
import org.spikeledger.models.nir.NirObservable;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.TraceReader;

/**
 * A trace as NIRData, a sample an inference: {@code spikes} of every layer that fires (events; with
 * values where some neuron gave several spikes in a timestep), {@code v} of layers all of whose
 * potentials were recorded, after reset. An event of timestep t has the time (t + 1) * dt: NIRData
 * lets the state evolve before it asks for spikes.
 */
public final class NirDataExport {

  /** What the library writes at once; beyond this a file is to be exported in parts. */
  private static final long MOST_CELLS = 1L << 26;

  private final TraceHeader header;
  private final double timestep;
  private final List<List<long[]>> fired = new ArrayList<>();
  private final List<List<float[][]>> potentials = new ArrayList<>();
  private long cells;

  private NirDataExport(TraceHeader header, double timestep) {
    this.header = header;
    this.timestep = timestep;
    header.layers().forEach(_ -> fired.add(new ArrayList<>()));
    header.probes().forEach(_ -> potentials.add(new ArrayList<>()));
  }

  /**
   * Writes a file, replacing one of that name.
   *
   * @param timestep the length of one, finite and above 0
   * @return how many inferences were exported
   * @throws BadInputException if they are more than fit into a file at once, or it cannot be
   *     written
   */
  public static long write(TraceReader reader, InferenceRange range, double timestep, Path file) {
    if (!(timestep > 0 && Double.isFinite(timestep))) {
      throw new BadInputException("a timestep's length is finite and above 0: dt=" + timestep);
    }
    NirDataExport export = new NirDataExport(reader.header(), timestep);
    long exported = range.forEach(reader, (_, inference) -> export.add(inference));
    NirDataWriter.write(export.observations(), file);
    return exported;
  }

  private void add(TracedInference inference) {
    SpikeLog spikes = inference.record().spikes();
    for (TraceLayer layer : header.layers()) {
      if (!layer.isOutput()) {
        fired.get(layer.index()).add(events(spikes, layer));
      }
    }
    for (int probe = 0; probe < header.probes().size(); probe++) {
      if (isWhole(header.probes().get(probe))) {
        potentials.get(probe).add(grid(inference, probe));
      }
    }
    if (cells > MOST_CELLS) {
      throw new BadInputException(
          "an export holds at most %d events and potentials; export fewer inferences at once:"
              .formatted(MOST_CELLS));
    }
  }

  /** Three words an event: neuron, timestep, spikes. */
  private long[] events(SpikeLog log, TraceLayer layer) {
    int count = 0;
    for (int t = 0; t < header.timesteps(); t++) {
      count += log.count(t, layer.index());
    }
    long[] events = new long[3 * count];
    int at = 0;
    for (int t = 0; t < header.timesteps(); t++) {
      for (int i = 0; i < log.count(t, layer.index()); i++) {
        events[at++] = layer.nirIndex(log.index(t, layer.index(), i));
        events[at++] = t;
        events[at++] = log.spikes(t, layer.index(), i);
      }
    }
    cells += count;
    return events;
  }

  private boolean isWhole(ProbedLayer probe) {
    return probe.neurons().size() == header.layers().get(probe.layer()).neurons();
  }

  private float[][] grid(TracedInference inference, int probe) {
    TraceLayer layer = header.layers().get(header.probes().get(probe).layer());
    float[][] grid = new float[header.timesteps()][layer.neurons()];
    for (int t = 0; t < grid.length; t++) {
      for (int i = 0; i < layer.neurons(); i++) {
        grid[t][layer.nirIndex(i)] = inference.record().potentials().get(t, probe, i);
      }
    }
    cells += (long) grid.length * layer.neurons();
    return grid;
  }

  private Map<String, List<NirObservable>> observations() {
    Map<String, List<NirObservable>> observations = new LinkedHashMap<>();
    for (TraceLayer layer : header.layers()) {
      if (!layer.isOutput()) {
        observables(observations, layer).add(spikes(layer, fired.get(layer.index())));
      }
    }
    for (int probe = 0; probe < header.probes().size(); probe++) {
      List<float[][]> samples = potentials.get(probe);
      if (!samples.isEmpty()) {
        TraceLayer layer = header.layers().get(header.probes().get(probe).layer());
        observables(observations, layer)
            .add(new NirObservable.Grid("v", samples.toArray(float[][][]::new), timestep));
      }
    }
    return observations;
  }

  private static List<NirObservable> observables(
      Map<String, List<NirObservable>> observations, TraceLayer layer) {
    return observations.computeIfAbsent(layer.name(), _ -> new ArrayList<>());
  }

  private NirObservable spikes(TraceLayer layer, List<long[]> samples) {
    // At least one column: the library refuses an array without elements.
    int most = samples.stream().mapToInt(each -> each.length / 3).max().orElse(0);
    int width = Math.max(1, most);
    if ((long) width * samples.size() > MOST_CELLS) {
      throw new BadInputException(
          "an export holds at most %d events of a layer, padding included: layer=%s samples=%d events=%d"
              .formatted(MOST_CELLS, layer.name(), samples.size(), width));
    }
    long[][] indices = new long[samples.size()][width];
    double[][] times = new double[samples.size()][width];
    double[][] values = new double[samples.size()][width];
    boolean valued = false;
    for (int sample = 0; sample < samples.size(); sample++) {
      Arrays.fill(indices[sample], -1);
      Arrays.fill(times[sample], Double.POSITIVE_INFINITY);
      long[] events = samples.get(sample);
      for (int e = 0; e < events.length / 3; e++) {
        indices[sample][e] = events[3 * e];
        times[sample][e] = (events[3 * e + 1] + 1) * timestep;
        values[sample][e] = events[3 * e + 2];
        valued |= events[3 * e + 2] > 1;
      }
    }
    return new NirObservable.Events(
        "spikes",
        indices,
        times,
        valued ? values : null,
        layer.neurons(),
        header.timesteps() * timestep);
  }
}
