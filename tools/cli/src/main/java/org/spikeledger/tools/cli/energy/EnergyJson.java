package org.spikeledger.tools.cli.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.spikeledger.simulator.energy.Assumption;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.LayerEnergy;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Ratio;
import org.spikeledger.simulator.run.RunSummary;

/**
 * Energies as one JSON object; all in pJ, means an inference. What stands directly under a model is
 * by the counted rule {@link PooledInput#GRADED}; {@code pooledInputs} has all three. A ratio to
 * zero is null.
 */
public final class EnergyJson {

  private static final PooledInput HEADLINE = PooledInput.GRADED;

  private EnergyJson() {}

  /** The energies of a run. */
  public static Map<String, Object> of(RunSummary run, List<EnergyReport> reports) {
    return of(Activity.of(run), reports);
  }

  static Map<String, Object> of(Activity activity, List<EnergyReport> reports) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", activity.network());
    json.put("dataset", activity.dataset());
    json.put("fingerprint", activity.fingerprint());
    json.put("inferences", activity.inferences());
    json.put("timesteps", activity.timesteps());
    json.put("models", reports.stream().map(EnergyJson::model).toList());
    json.put("notIncluded", EnergyReport.NOT_INCLUDED);
    return json;
  }

  private static Map<String, Object> model(EnergyReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", report.model().snn().name());
    json.put("source", report.model().snn().source());
    json.put("technology", report.model().snn().technology());
    json.put("precision", report.model().snn().precision());
    json.put("firstLayer", report.model().firstLayer().key());
    json.put("pooledInput", HEADLINE.key());
    putCompute(json, report.compute(HEADLINE));
    Map<String, Object> rules = new LinkedHashMap<>();
    for (ComputeEnergy compute : report.compute()) {
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("formula", compute.pooledInput().formula());
      putCompute(rule, compute);
      rules.put(compute.pooledInput().key(), rule);
    }
    json.put("pooledInputs", rules);
    json.put("withMemory", report.withMemory().stream().map(EnergyJson::withMemory).toList());
    json.put("baselines", List.of(baseline(report)));
    json.put("assumptions", report.assumptions().stream().map(EnergyJson::assumption).toList());
    return json;
  }

  private static void putCompute(Map<String, Object> json, ComputeEnergy compute) {
    putComparison(json, compute);
    json.put("firstLayerShare", orNull(compute.firstLayerShare()));
    json.put("ceiling", orNull(compute.ceiling()));
    json.put("crossover", orNull(compute.crossover()));
    json.put("layers", compute.layers().stream().map(EnergyJson::layer).toList());
  }

  private static Map<String, Object> layer(LayerEnergy layer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.layer());
    putComparison(json, layer);
    json.put("directPj", layer.directPj());
    json.put("eventsPj", layer.eventsPj());
    json.put("crossover", orNull(layer.crossover()));
    return json;
  }

  private static Map<String, Object> withMemory(EnergyWithMemory energy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pooledInput", energy.pooledInput().key());
    json.put("reuse", energy.reuse().key());
    json.put("membraneAccess", energy.membraneAccess().key());
    putComparison(json, energy);
    json.put("snnMemoryPj", energy.snnMemory());
    json.put("annMemoryPj", energy.annMemory());
    return json;
  }

  private static Map<String, Object> baseline(EnergyReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", report.baseline());
    json.put("model", report.model().ann().name());
    json.put("precision", report.model().ann().precision());
    json.put("annPj", report.compute(HEADLINE).annPj());
    return json;
  }

  private static Map<String, Object> assumption(Assumption assumption) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", assumption.subject());
    json.put("text", assumption.text());
    return json;
  }

  private static void putComparison(Map<String, Object> json, Comparison comparison) {
    json.put("snnPj", comparison.snnPj());
    json.put("annPj", comparison.annPj());
    json.put("alpha", orNull(comparison.alpha()));
  }

  private static Double orNull(Ratio ratio) {
    return orNull(ratio.value());
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
