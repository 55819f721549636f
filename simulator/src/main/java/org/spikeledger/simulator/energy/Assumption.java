package org.spikeledger.simulator.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * One thing that a figure rests on.
 *
 * @param subject what is assumed about, such as {@code firstLayer: once}
 * @param text the assumption, a formula or a source
 */
public record Assumption(String subject, String text) {

  static List<Assumption> of(EnergyReport report) {
    EnergyModel model = report.model();
    List<Assumption> all = new ArrayList<>();
    all.add(new Assumption("SNN prices", prices(model.snn())));
    all.add(new Assumption("ANN prices", prices(model.ann().costs())));
    all.add(new Assumption("baseline", report.baseline()));
    all.add(new Assumption("compute only", ComputeEnergy.FORMULA));
    all.add(
        new Assumption("first layer: " + model.firstLayer().key(), model.firstLayer().formula()));
    for (PooledInput rule : PooledInput.values()) {
      all.add(new Assumption("pooled input: " + rule.key(), rule.formula()));
    }
    all.add(new Assumption("memory prices", memory(model.snn().memory())));
    if (!model.ann().costs().memory().equals(model.snn().memory())) {
      all.add(new Assumption("memory prices of the ANN", memory(model.ann().costs().memory())));
    }
    all.add(new Assumption("memory accesses", MemoryPj.FORMULA));
    for (Reuse reuse : Reuse.values()) {
      all.add(new Assumption("reuse: " + reuse.key(), reuse.formula()));
    }
    for (MembraneAccess access : MembraneAccess.values()) {
      all.add(new Assumption("membrane access: " + access.key(), access.formula()));
    }
    all.add(new Assumption("not included", EnergyReport.NOT_INCLUDED));
    return List.copyOf(all);
  }

  private static String prices(OperationCosts model) {
    return "%s, %s, %s: MAC %s pJ, AC %s pJ; words of weight %d, activation %d, potential %d, event %d bits. %s"
        .formatted(
            model.name(),
            model.technology(),
            model.precision(),
            model.operations().multiplyAccumulatePj(),
            model.operations().accumulatePj(),
            model.wordBits().weight(),
            model.wordBits().activation(),
            model.wordBits().potential(),
            model.wordBits().event(),
            model.source());
  }

  private static String memory(MemoryPrices memory) {
    String sizes =
        memory.sram().stream()
            .map(sram -> "%d bytes %s pJ".formatted(sram.bytes(), sram.accessPj()))
            .collect(Collectors.joining(", "));
    return "SRAM per %d-bit access, linear in size between %s; above: %s (DRAM %s pJ per %d bit); a word costs its share of the access. %s"
        .formatted(
            memory.accessBits(),
            sizes,
            memory.beyondSram().text(),
            memory.dram().accessPj(),
            memory.dram().accessBits(),
            memory.source());
  }
}
