package org.spikeledger.tools.cli.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.SpikeRecount;

/** What a trace's spikes count again, summed over its inferences; used by one thread. */
final class RecountedRun {

  private final TraceHeader header;
  private final SpikeRecount recount;
  private final Counters sum;
  private long inferences;

  RecountedRun(TraceHeader header, SpikeRecount recount) {
    this.header = header;
    this.recount = recount;
    this.sum = new Counters(header.layers().size(), header.timesteps());
  }

  Optional<Divergence> check(TracedInference inference) {
    inferences++;
    Counters counted = recount.of(inference);
    sum.addAll(counted);
    return recount.compare(inference, counted);
  }

  List<Map<String, Object>> layers() {
    Counts counts = sum.snapshot();
    List<Map<String, Object>> layers = new ArrayList<>();
    for (LayerFacts facts : facts()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", facts.layer().name());
      Primitive.ALL.forEach(
          each -> json.put(each.key(), counts.layer(facts.layer().index(), each)));
      json.put("synapticOperations", counts.synapticOperations(facts.layer().index()));
      Map<String, Object> accesses = new LinkedHashMap<>();
      for (MembraneAccess model : MembraneAccess.values()) {
        accesses.put(model.key(), model.of(facts, counts, Math.max(1, inferences)));
      }
      json.put("membraneAccesses", accesses);
      layers.add(json);
    }
    return layers;
  }

  String text() {
    Counts counts = sum.snapshot();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("layer"));
    columns.add(Column.number("spikes"));
    columns.add(Column.number("synaptic operations"));
    for (MembraneAccess model : MembraneAccess.values()) {
      columns.add(Column.number("accesses " + model.key()));
    }
    Table table = new Table(columns);
    for (LayerFacts facts : facts()) {
      List<String> cells = new ArrayList<>();
      cells.add(facts.layer().name());
      cells.add(Figures.whole(counts.layer(facts.layer().index(), Primitive.SPIKES)));
      cells.add(Figures.whole(counts.synapticOperations(facts.layer().index())));
      for (MembraneAccess model : MembraneAccess.values()) {
        cells.add(Figures.whole(model.of(facts, counts, Math.max(1, inferences)).total()));
      }
      table.row(cells);
    }
    return "\n" + table.text() + "accesses: reads and writes of membrane potentials\n";
  }

  private List<LayerFacts> facts() {
    return header.layers().stream().map(layer -> layer.facts()).toList();
  }
}
