package org.spikeledger.tools.cli.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.EnergyCurve;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.simulator.profile.ConnectionActivity;
import org.spikeledger.simulator.profile.LayerSpikes;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.profile.ToolFigure;
import org.spikeledger.simulator.run.RunSummary;

/** A profile as comma-separated files; counts are sums over all inferences. */
record ProfileCsv(RunSummary run, NetworkProfile profile, EnergyStudy energy) {

  void write(Path folder) {
    layers().write(folder.resolve("layers.csv"));
    histograms().write(folder.resolve("histograms.csv"));
    connections().write(folder.resolve("connections.csv"));
    accesses().write(folder.resolve("membrane-accesses.csv"));
    compute().write(folder.resolve("energy-compute.csv"));
    withMemory().write(folder.resolve("energy-with-memory.csv"));
    curves().write(folder.resolve("energy-curves.csv"));
    tools().write(folder.resolve("other-tools.csv"));
  }

  private CsvTable layers() {
    List<String> header = new ArrayList<>(List.of("layer", "neurons", "dead", "saturated"));
    IntStream.range(0, run.timesteps()).forEach(t -> header.add("spikes t=" + t));
    CsvTable table = new CsvTable(header);
    for (LayerSpikes layer : profile.layers()) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  layer.facts().layer().name(),
                  layer.facts().layer().neurons(),
                  layer.dead(),
                  layer.saturated()));
      for (int t = 0; t < run.timesteps(); t++) {
        row.add(run.counts().get(layer.facts().layer().index(), t, Primitive.SPIKES));
      }
      table.row(row);
    }
    return table;
  }

  private CsvTable histograms() {
    CsvTable table = CsvTable.of("layer", "spikes", "neurons");
    for (LayerSpikes layer : profile.layers()) {
      for (int k = 0; k < layer.histogram().size(); k++) {
        table.row(List.of(layer.facts().layer().name(), k, layer.histogram().get(k)));
      }
    }
    return table;
  }

  private CsvTable connections() {
    CsvTable table =
        CsvTable.of(
            "connection",
            "layer",
            "events",
            "crossings",
            "effectiveCrossings",
            "weightReadsOncePerTimestep",
            "denseOperations",
            "synapses");
    for (ConnectionActivity each : profile.connections()) {
      table.row(
          List.of(
              each.facts().name(),
              each.facts().layer(),
              each.events(),
              each.crossings(),
              each.effectiveCrossings(),
              each.weightsUsedOnce(),
              each.facts().denseOperations(),
              each.facts().synapses()));
    }
    return table;
  }

  private CsvTable accesses() {
    CsvTable table = CsvTable.of("layer", "model", "reads", "writes");
    run.layers()
        .forEach(
            layer -> {
              for (MembraneAccess model : MembraneAccess.values()) {
                MembraneAccess.Access access = model.of(layer, run.counts(), run.samples());
                table.row(
                    List.of(layer.layer().name(), model.key(), access.reads(), access.writes()));
              }
            });
    return table;
  }

  private CsvTable compute() {
    CsvTable table = CsvTable.of("baseline", "pooledInput", "layer", "snnPj", "annPj");
    for (EnergyReport report : energy.reports()) {
      for (PooledInput rule : PooledInput.values()) {
        report
            .compute(rule)
            .layers()
            .forEach(
                layer ->
                    table.row(
                        List.of(
                            report.model().ann().key(),
                            rule.key(),
                            layer.layer(),
                            layer.snnPj(),
                            layer.annPj())));
      }
    }
    return table;
  }

  private CsvTable withMemory() {
    CsvTable table =
        CsvTable.of("baseline", "pooledInput", "reuse", "membraneAccess", "snnPj", "annPj");
    for (EnergyReport report : energy.reports()) {
      for (EnergyWithMemory each : report.withMemory()) {
        table.row(
            List.of(
                report.model().ann().key(),
                each.pooledInput().key(),
                each.reuse().key(),
                each.membraneAccess().key(),
                each.snnPj(),
                each.annPj()));
      }
    }
    return table;
  }

  private CsvTable curves() {
    CsvTable table = CsvTable.of("pooledInput", "memory", "factor", "snnPj");
    for (EnergyCurve curve : energy.curves()) {
      String memory = curve.reuse().map(Reuse::key).orElse("compute only");
      curve
          .points()
          .forEach(
              point ->
                  table.row(
                      List.of(curve.pooledInput().key(), memory, point.factor(), point.snnPj())));
    }
    return table;
  }

  private CsvTable tools() {
    CsvTable table = CsvTable.of("tool", "figure", "value", "definition");
    ToolFigure.of(profile)
        .forEach(
            each -> table.row(List.of(each.tool(), each.name(), each.value(), each.definition())));
    return table;
  }
}
