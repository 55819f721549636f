package org.spikeledger.traces.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;

/**
 * A trace as tables with the columns of SANA-FE (arXiv 2404.03325). Inferences stand one behind the
 * other: timestep t of the i-th exported one is timestep {@code i * T + t}, and {@code
 * inferences.csv} says which one that is. A neuron is {@code LAYER.INDEX}, the index in NIR's
 * order.
 *
 * <pre>
 *   spikes.csv      neuron,timestep                        a row a spike
 *   perf.csv        timestep,fired,updated,spikes          fired: neurons; updated: neurons whose
 *                                                          potential changed; spikes: events that
 *                                                          crossed a synapse. SANA-FE's columns of
 *                                                          its chip have no meaning here
 *   potentials.csv  timestep,neuron LAYER.INDEX,...        where potentials were recorded
 *   inferences.csv  inference,sample,label,prediction,timestep   the timestep is its first
 * </pre>
 */
public final class CsvExport {

  private final TraceHeader header;
  private final Path folder;

  private CsvExport(TraceHeader header, Path folder) {
    this.header = header;
    this.folder = folder;
  }

  /**
   * Writes the tables into a folder, which is made; files of these names are replaced. Each appears
   * whole or not at all.
   *
   * @return how many inferences were exported
   * @throws BadInputException if they cannot be written, or the trace is damaged
   */
  public static long write(TraceReader reader, InferenceRange range, Path folder) {
    try {
      Files.createDirectories(folder);
      return new CsvExport(reader.header(), folder).write(reader, range);
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException(
          "an export needs a place where it can be written: folder=%s cause=%s"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private long write(TraceReader reader, InferenceRange range) throws IOException {
    try (CsvTable spikes = table("spikes.csv");
        CsvTable work = table("perf.csv");
        CsvTable inferences = table("inferences.csv");
        CsvTable potentials = header.probes().isEmpty() ? null : table("potentials.csv")) {
      spikes.row("neuron", "timestep");
      work.row("timestep", "fired", "updated", "spikes");
      inferences.row("inference", "sample", "label", "prediction", "timestep");
      if (potentials != null) {
        potentials.row(probedNames());
      }
      long exported =
          range.forEach(
              reader,
              (i, inference) -> {
                long start = i * header.timesteps();
                writeSpikes(inference, start, spikes);
                writeWork(inference.record(), start, work);
                writePotentials(inference, start, potentials);
                inferences.row(
                    range.first() + i,
                    inference.record().sample(),
                    inference.label(),
                    inference.record().prediction(),
                    start);
              });
      for (CsvTable table : Arrays.asList(spikes, work, inferences, potentials)) {
        if (table != null) {
          table.complete();
        }
      }
      return exported;
    }
  }

  private CsvTable table(String name) throws IOException {
    return CsvTable.create(folder.resolve(name));
  }

  private void writeSpikes(TracedInference inference, long start, CsvTable table) {
    for (ReplayStep step : new TraceReplay(header, inference)) {
      for (int i = 0; i < step.firing(); i++) {
        String neuron = name(step.layer(), step.nirIndex(i));
        for (int spike = 0; spike < step.spikes(i); spike++) {
          table.row(neuron, start + step.timestep());
        }
      }
    }
  }

  private void writeWork(InferenceRecord record, long start, CsvTable table) {
    Counters counters = record.counters();
    for (int t = 0; t < counters.timesteps(); t++) {
      long fired = 0;
      long updated = 0;
      long crossed = 0;
      for (int layer = 0; layer < counters.layers(); layer++) {
        fired += record.spikes().count(t, layer);
        updated += counters.get(layer, t, Primitive.UPDATED);
        crossed +=
            counters.get(layer, t, Primitive.ACCUMULATES)
                + counters.get(layer, t, Primitive.MULTIPLY_ACCUMULATES);
      }
      table.row(start + t, fired, updated, crossed);
    }
  }

  private void writePotentials(TracedInference inference, long start, CsvTable table) {
    for (int t = 0; table != null && t < header.timesteps(); t++) {
      List<Object> row = new ArrayList<>();
      row.add(start + t);
      for (int probe = 0; probe < header.probes().size(); probe++) {
        for (int i = 0; i < header.probes().get(probe).neurons().size(); i++) {
          row.add(inference.record().potentials().get(t, probe, i));
        }
      }
      table.row(row.toArray());
    }
  }

  private Object[] probedNames() {
    List<Object> names = new ArrayList<>(List.of("timestep"));
    for (ProbedLayer probe : header.probes()) {
      TraceLayer layer = header.layers().get(probe.layer());
      probe.neurons().forEach(each -> names.add("neuron " + name(layer, layer.nirIndex(each))));
    }
    return names.toArray();
  }

  private static String name(TraceLayer layer, int nirIndex) {
    return layer.name() + "." + nirIndex;
  }
}
