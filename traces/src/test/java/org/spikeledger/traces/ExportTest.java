package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.engine.ProbedLayer;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.Runner;
import org.spikeledger.traces.export.CsvExport;
import org.spikeledger.traces.export.InferenceRange;
import org.spikeledger.traces.export.NirDataExport;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.ReplayStep;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceReplay;

class ExportTest {

  private static final ProbedLayer OUTPUT = new ProbedLayer(2, List.of(0, 1, 2, 3, 4));
  private static final ProbedLayer SOME = new ProbedLayer(0, List.of(5, 6));
  private static final int TIMESTEPS = 4;

  @TempDir Path folder;
  private Path trace;

  @BeforeEach
  void record() {
    trace = folder.resolve("run");
    Graph graph = SmallNetwork.of(1);
    SmallNetwork.Images images = new SmallNetwork.Images(9);
    RunSettings settings = RunSettings.of(TIMESTEPS).withProbes(List.of(SOME, OUTPUT));
    TraceHeader header = TraceHeader.of(graph, "small", images, settings, "0.1");
    try (TraceRecorder recorder = TraceRecorder.create(trace, header)) {
      Runner.run(graph, "small", images, settings, List.of(recorder));
      recorder.complete();
    }
  }

  @Test
  void tablesHoldEverySpikeInTheirOrder() throws IOException {
    assertEquals(9, csv(InferenceRange.ALL));
    StringBuilder expected = new StringBuilder("neuron,timestep\n");
    StringBuilder potentials = new StringBuilder("timestep,neuron first.65,neuron first.129");
    OUTPUT.neurons().forEach(each -> potentials.append(",neuron output.").append(each));
    potentials.append('\n');
    try (TraceReader reader = TraceReader.open(trace)) {
      for (Optional<TracedInference> each = reader.next(); each.isPresent(); each = reader.next()) {
        long start = (reader.ordinal() - 1) * TIMESTEPS;
        for (ReplayStep step : new TraceReplay(reader.header(), each.get())) {
          for (int i = 0; i < step.firing(); i++) {
            expected
                .append(step.layer().name())
                .append('.')
                .append(step.nirIndex(i))
                .append(',')
                .append(start + step.timestep())
                .append('\n');
          }
          for (int i = 0; i < step.probed(); i++) {
            potentials
                .append(step.layer().index() == 0 && i == 0 ? start + step.timestep() + "," : ",")
                .append(step.potential(i))
                .append(step.layer().isOutput() && i == 4 ? "\n" : "");
          }
        }
      }
    }
    assertEquals(expected.toString(), Files.readString(folder.resolve("csv/spikes.csv")));
    assertEquals(
        potentials.toString().replaceAll("(?m)^(\\d+,[^,]+),,", "$1,"),
        Files.readString(folder.resolve("csv/potentials.csv")));
  }

  @Test
  void aRangeIsExportedAloneAndNothingIsLeftBeside() throws IOException {
    assertEquals(2, csv(new InferenceRange(7, 5)));
    List<String> rows = Files.readAllLines(folder.resolve("csv/inferences.csv"));
    assertEquals(3, rows.size());
    assertEquals("7,7,", rows.get(1).substring(0, 4));
    assertEquals(1 + 2 * TIMESTEPS, Files.readAllLines(folder.resolve("csv/perf.csv")).size());
    try (var files = Files.list(folder.resolve("csv"))) {
      assertEquals(4, files.count());
    }
    assertThrows(BadInputException.class, () -> csv(new InferenceRange(9, 1)));
    assertThrows(BadInputException.class, () -> new InferenceRange(0, 0));
  }

  @Test
  void aDatabaseCountsTheSameSpikes() throws Exception {
    csv(InferenceRange.ALL);
    String program =
        """
        import csv, sqlite3, sys
        db = sqlite3.connect(':memory:')
        db.execute('create table spikes (neuron text, timestep integer)')
        rows = csv.DictReader(open(sys.argv[1] + '/spikes.csv', newline=''))
        db.executemany('insert into spikes values (:neuron, :timestep)', rows)
        for layer in ('first', 'second'):
            for t in range(36):
                query = "select count(*) from spikes where timestep = ? and neuron like ?"
                print(layer, t, db.execute(query, (t, layer + '.%')).fetchone()[0])
        """;
    String counted = python(program, "sqlite3", folder.resolve("csv"));
    assertEquals(expectedCounts(), counted.strip());
  }

  @Test
  void h5pyReadsTheSameSpikesAndPotentials() throws Exception {
    Path file = folder.resolve("data.h5");
    try (TraceReader reader = TraceReader.open(trace)) {
      assertEquals(9, NirDataExport.write(reader, InferenceRange.ALL, 0.5, file));
    }
    String program =
        """
        import h5py, numpy, sys
        f = h5py.File(sys.argv[1], 'r')
        assert f.attrs['__type__'] == b'NIRGraphData', f.attrs['__type__']
        for layer in ('first', 'second'):
            g = f['nodes'][layer]['observables']['spikes']
            assert g.attrs['__type__'] == b'EventData'
            assert g.attrs['t_max'] == 2.0
            idx, time = g['idx'][()], g['time'][()]
            assert (idx == -1).sum() == numpy.isinf(time).sum()
            assert idx.max() < g.attrs['n_neurons']
            for sample in range(9):
                for t in range(4):
                    print(layer, 4 * sample + t, int((time[sample] == (t + 1) * 0.5).sum()))
        g = f['nodes']['output']['observables']['v']
        assert g['data'].shape == (9, 4, 5) and g.attrs['dt'] == 0.5
        print('v', ' '.join('%08x' % x for x in g['data'][()].view('<u4').flatten()))
        """;
    String told = python(program, "h5py", file);
    assertEquals(expectedCounts() + "\nv " + outputPotentials(), told.strip());
  }

  private String expectedCounts() {
    StringBuilder counts = new StringBuilder();
    for (int layer = 0; layer < 2; layer++) {
      try (TraceReader reader = TraceReader.open(trace)) {
        for (Optional<TracedInference> each = reader.next();
            each.isPresent();
            each = reader.next()) {
          for (int t = 0; t < TIMESTEPS; t++) {
            counts.append(
                "%s %d %d%n"
                    .formatted(
                        layer == 0 ? "first" : "second",
                        (reader.ordinal() - 1) * TIMESTEPS + t,
                        each.get().record().spikes().count(t, layer)));
          }
        }
      }
    }
    return counts.toString().strip();
  }

  private String outputPotentials() {
    StringBuilder bits = new StringBuilder();
    try (TraceReader reader = TraceReader.open(trace)) {
      for (Optional<TracedInference> each = reader.next(); each.isPresent(); each = reader.next()) {
        for (int t = 0; t < TIMESTEPS; t++) {
          for (int i = 0; i < 5; i++) {
            float potential = each.get().record().potentials().get(t, 1, i);
            bits.append("%08x ".formatted(Float.floatToRawIntBits(potential)));
          }
        }
      }
    }
    return bits.toString().strip();
  }

  private long csv(InferenceRange range) {
    try (TraceReader reader = TraceReader.open(trace)) {
      return CsvExport.write(reader, range, folder.resolve("csv"));
    }
  }

  private static String python(String program, String module, Path argument) throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python), "there is no " + python);
    Process probe = new ProcessBuilder(python.toString(), "-c", "import " + module).start();
    assumeTrue(probe.waitFor() == 0, "python has no " + module);
    Process process =
        new ProcessBuilder(python.toString(), "-c", program, argument.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
