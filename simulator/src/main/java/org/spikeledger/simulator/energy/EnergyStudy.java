package org.spikeledger.simulator.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * An SNN at one model's prices against every baseline.
 *
 * @param costs of the SNN
 * @param activity what was counted
 * @param reports one a baseline, like with like first
 */
public record EnergyStudy(
    OperationCosts costs, CountedActivity activity, List<EnergyReport> reports) implements Pricing {

  private static final int CURVE_STEPS = 40;
  private static final double LARGEST_FACTOR = 20;

  /** Copies what can change. */
  public EnergyStudy {
    reports = List.copyOf(reports);
  }

  /**
   * Holds an SNN against every baseline.
   *
   * @param costs of the SNN
   * @param firstLayer how often a directly encoded layer is charged
   * @param activity what was counted
   * @param zeros the ANN's own, where they are known
   */
  public static EnergyStudy of(
      OperationCosts costs,
      FirstLayer firstLayer,
      CountedActivity activity,
      Optional<AnnDensity> zeros) {
    EnergyModel model = EnergyModel.of(costs).withFirstLayer(firstLayer);
    return new EnergyStudy(
        costs,
        activity,
        Baseline.of(costs, activity.timesteps(), zeros).stream()
            .map(baseline -> model.against(baseline).report(activity))
            .toList());
  }

  /** Against the ANN of the SNN's own precision. */
  public EnergyReport likeWithLike() {
    return reports.getFirst();
  }

  /**
   * Against one of the baselines.
   *
   * @param baseline its key
   * @throws java.util.NoSuchElementException where there is none
   */
  public EnergyReport against(String baseline) {
    return reports.stream()
        .filter(each -> each.model().ann().key().equals(baseline))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The SNN's energy over a factor on all rates, from none to beyond the crossovers: operations
   * only by every pooled rule, then with memory, every potential accessed in every timestep.
   */
  public List<EnergyCurve> curves() {
    double[] factors = factors();
    return Arrays.stream(PooledInput.values())
        .flatMap(rule -> curves(rule, factors).stream())
        .toList();
  }

  private List<EnergyCurve> curves(PooledInput rule, double[] factors) {
    ComputeEnergy compute = likeWithLike().compute(rule);
    return List.of(
        EnergyCurve.of(
            rule,
            Optional.empty(),
            factors,
            factor -> compute.directPj() + factor * compute.eventsPj()),
        withMemory(new Accounting(rule, Reuse.NONE, MembraneAccess.EVERY_TIMESTEP), factors),
        withMemory(new Accounting(rule, Reuse.IDEAL, MembraneAccess.EVERY_TIMESTEP), factors));
  }

  private EnergyCurve withMemory(Accounting accounting, double[] factors) {
    return EnergyCurve.of(
        accounting.pooledInput(),
        Optional.of(accounting.reuse()),
        factors,
        factor -> likeWithLike().model().snnPjAt(activity, accounting, factor));
  }

  private double[] factors() {
    double farthest =
        likeWithLike().compute().stream()
            .mapToDouble(each -> each.crossover().orElse(1))
            .max()
            .orElse(1);
    double end = Math.min(LARGEST_FACTOR, Math.max(2, 1.25 * farthest));
    return IntStream.rangeClosed(0, CURVE_STEPS).mapToDouble(i -> end * i / CURVE_STEPS).toArray();
  }
}
