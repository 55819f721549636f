package org.spikeledger.tools.cli.energy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.energy.Assumption;
import org.spikeledger.simulator.energy.BilledEnergy;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyCurve;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.LayerEnergy;
import org.spikeledger.simulator.energy.LayerWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Pricing;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.json.Json;

/**
 * Energies as one JSON object; all in pJ, means an inference. What stands directly under a model is
 * by the counted rule {@link PooledInput#GRADED}, against the ANN of the SNN's own precision;
 * {@code pooledInputs} has all three rules, {@code baselines} all ANNs. A ratio to zero is null.
 */
public final class EnergyJson {

  private static final PooledInput HEADLINE = PooledInput.GRADED;

  private EnergyJson() {}

  /** The energies of a run. */
  public static Map<String, Object> of(RunSummary run, List<? extends Pricing> pricings) {
    return of(Activity.of(run), pricings);
  }

  static Map<String, Object> of(Activity activity, List<? extends Pricing> pricings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", activity.network());
    json.put("dataset", activity.dataset());
    json.put("fingerprint", activity.fingerprint());
    json.put("precision", activity.precision());
    json.put("inferences", activity.inferences());
    json.put("truncated", activity.truncated());
    json.put("timesteps", activity.timesteps());
    json.put("models", models(pricings));
    json.put("notIncluded", EnergyReport.NOT_INCLUDED);
    return json;
  }

  /** One object a model. */
  public static List<Map<String, Object>> models(List<? extends Pricing> pricings) {
    return pricings.stream().map(EnergyJson::model).toList();
  }

  private static Map<String, Object> model(Pricing pricing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", pricing.costs().name());
    json.put("source", pricing.costs().source());
    json.put("technology", pricing.costs().technology());
    json.put("precision", pricing.costs().precision());
    switch (pricing) {
      case EnergyStudy study -> putStudy(json, study);
      case BilledEnergy billed -> BillJson.put(json, billed);
    }
    return json;
  }

  private static void putStudy(Map<String, Object> json, EnergyStudy study) {
    EnergyReport report = study.likeWithLike();
    json.put("firstLayer", report.model().firstLayer().key());
    json.put("pooledInput", HEADLINE.key());
    putCompute(json, report.compute(HEADLINE));
    json.put("pooledInputs", pooledInputs(report));
    json.put("withMemory", report.withMemory().stream().map(EnergyJson::withMemory).toList());
    json.put("baselines", study.reports().stream().map(EnergyJson::baseline).toList());
    json.put("curves", study.curves().stream().map(EnergyJson::curve).toList());
    json.put("assumptions", report.assumptions().stream().map(EnergyJson::assumption).toList());
  }

  private static Map<String, Object> pooledInputs(EnergyReport report) {
    Map<String, Object> rules = new LinkedHashMap<>();
    for (ComputeEnergy compute : report.compute()) {
      Map<String, Object> rule = new LinkedHashMap<>();
      rule.put("formula", compute.pooledInput().formula());
      putCompute(rule, compute);
      rules.put(compute.pooledInput().key(), rule);
    }
    return rules;
  }

  private static void putCompute(Map<String, Object> json, ComputeEnergy compute) {
    putComparison(json, compute);
    json.put("firstLayerShare", Json.orNull(compute.firstLayerShare().value()));
    json.put("ceiling", Json.orNull(compute.ceiling().value()));
    json.put("crossover", Json.orNull(compute.crossover()));
    json.put("layers", compute.layers().stream().map(EnergyJson::layer).toList());
  }

  private static Map<String, Object> layer(LayerEnergy layer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.layer());
    putComparison(json, layer);
    json.put("directPj", layer.directPj());
    json.put("eventsPj", layer.eventsPj());
    json.put("crossover", Json.orNull(layer.crossover()));
    return json;
  }

  private static Map<String, Object> withMemory(EnergyWithMemory energy) {
    Map<String, Object> json = withMemoryInTotal(energy);
    json.put("snnMemoryPj", energy.snnMemory());
    json.put("annMemoryPj", energy.annMemory());
    json.put("layers", energy.layers().stream().map(EnergyJson::layerWithMemory).toList());
    return json;
  }

  private static Map<String, Object> withMemoryInTotal(EnergyWithMemory energy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pooledInput", energy.pooledInput().key());
    json.put("reuse", energy.reuse().key());
    json.put("membraneAccess", energy.membraneAccess().key());
    putComparison(json, energy);
    json.put("crossover", Json.orNull(energy.crossover()));
    return json;
  }

  private static Map<String, Object> layerWithMemory(LayerWithMemory layer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.layer());
    putComparison(json, layer);
    json.put("crossover", Json.orNull(layer.crossover()));
    return json;
  }

  private static Map<String, Object> baseline(EnergyReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", report.model().ann().key());
    json.put("name", report.baseline());
    json.put("model", report.model().ann().costs().name());
    json.put("precision", report.model().ann().costs().precision());
    json.put("annPj", report.compute(HEADLINE).annPj());
    json.put("pooledInputs", pooledInputs(report));
    json.put(
        "withMemory", report.withMemory().stream().map(EnergyJson::withMemoryInTotal).toList());
    return json;
  }

  private static Map<String, Object> curve(EnergyCurve curve) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pooledInput", curve.pooledInput().key());
    json.put("reuse", curve.reuse().map(Reuse::key).orElse(null));
    json.put("points", curve.points());
    return json;
  }

  private static Map<String, Object> assumption(Assumption assumption) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", assumption.subject());
    json.put("text", assumption.text());
    return json;
  }

  static void putComparison(Map<String, Object> json, Comparison comparison) {
    json.put("snnPj", comparison.snnPj());
    json.put("annPj", comparison.annPj());
    json.put("alpha", Json.orNull(comparison.alpha().value()));
  }
}
