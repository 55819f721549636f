package org.spikeledger.tools.bench.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.tools.bench.measure.ConvolutionBenchmark;
import org.spikeledger.tools.bench.measure.YardstickBenchmark;
import org.spikeledger.tools.bench.run.Subject;
import org.spikeledger.tools.bench.workload.ConvolutionLayer;
import org.spikeledger.tools.bench.workload.EngineUnderTest;

/** Single convolutions. */
final class LayerSuites {

  private static final List<Double> COMPARED_RATES = List.of(0.05, 0.1, 0.2);
  private static final List<Double> SWEPT_RATES = List.of(0.0, 0.05, 0.1, 0.13, 0.2, 0.3, 0.4, 0.5);

  private LayerSuites() {}

  static Agenda againstYardstick(EngineUnderTest engine) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String layer : ConvolutionLayer.ALL) {
      for (double rate : COMPARED_RATES) {
        comparisons.add(
            engine.precision().equals(EngineUnderTest.FLOAT32)
                ? comparison(layer, rate, engine)
                : againstFloat32(layer, rate, engine));
      }
    }
    return new Agenda(List.of(), comparisons, List.of(), List.of());
  }

  private static Comparison againstFloat32(String layer, double rate, EngineUnderTest engine) {
    String what = String.format(Locale.ROOT, "3x3 %s at %.0f %%", layer, 100 * rate);
    EngineUnderTest float32 = new EngineUnderTest(engine.kernel(), EngineUnderTest.FLOAT32);
    return new Comparison(
        Suite.LAYERS.key(),
        what,
        contender(layer, rate, engine),
        contender(layer, rate, float32),
        engine.precision().equals(EngineUnderTest.INT8) ? 2 : Double.NaN);
  }

  private static Contender contender(String layer, double rate, EngineUnderTest engine) {
    ConvolutionLayer described = ConvolutionLayer.of(layer);
    return new Contender(
        engine.label(),
        ours(layer, rate, engine),
        Quantity.GIGA_SYNAPTIC_OPERATIONS_PER_SECOND,
        described.synapticOperations(described.patterns(rate)));
  }

  private static Comparison comparison(String layer, double rate, EngineUnderTest engine) {
    ConvolutionLayer described = ConvolutionLayer.of(layer);
    List<EventInput> patterns = described.patterns(rate);
    Contender ours = contender(layer, rate, engine);
    Contender rival =
        new Contender(
            "plain gather",
            Subject.Jmh.of(
                YardstickBenchmark.class, "gather", "layer", layer, "rate", Double.toString(rate)),
            Quantity.GIGA_SYNAPTIC_OPERATIONS_PER_SECOND,
            described.synapticOperations(patterns.getFirst()));
    String what = String.format(Locale.ROOT, "3x3 %s at %.0f %%", layer, 100 * rate);
    return new Comparison(Suite.LAYERS.key(), what, ours, rival, rate < 0.1 ? 0.75 : 0.85);
  }

  static Agenda overRates(EngineUnderTest engine) {
    List<RateSweep> sweeps =
        ConvolutionLayer.ALL.stream()
            .map(
                layer ->
                    new RateSweep(
                        layer,
                        SWEPT_RATES.stream()
                            .map(rate -> new RateSweep.Point(rate, ours(layer, rate, engine)))
                            .toList()))
            .toList();
    return new Agenda(List.of(), List.of(), sweeps, List.of());
  }

  private static Subject ours(String layer, double rate, EngineUnderTest engine) {
    return Subject.Jmh.of(
        ConvolutionBenchmark.class,
        "timestep",
        "layer",
        layer,
        "rate",
        Double.toString(rate),
        "kernel",
        engine.kernel(),
        "precision",
        engine.precision());
  }
}
