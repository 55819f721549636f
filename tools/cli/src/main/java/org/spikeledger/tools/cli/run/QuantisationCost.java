package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.report.Figures;

/**
 * What whole numbers cost: the same inputs through the network of float32.
 *
 * @param float32Accuracy share of labelled inputs whose prediction was right in float32; null where
 *     none is labelled
 * @param accuracyLoss that share minus the one of the quantised network; null where none is
 *     labelled
 * @param samePredictions share of inputs that both predict alike
 * @param float32SynapticOperations all of them, in float32
 */
public record QuantisationCost(
    Double float32Accuracy,
    Double accuracyLoss,
    double samePredictions,
    long float32SynapticOperations) {

  /** Collects the predictions of a run. */
  static final class Predictions {
    private final List<Integer> classes = new ArrayList<>();

    InferenceListener listener() {
      return (record, label) -> classes.add(record.prediction());
    }
  }

  /** Runs the network of float32 and compares. */
  static QuantisationCost of(PreparedRun float32, RunSummary quantised, Predictions predicted) {
    Predictions expected = new Predictions();
    RunSummary run = float32.run(List.of(expected.listener()));
    int same = 0;
    for (int i = 0; i < expected.classes.size(); i++) {
      same += expected.classes.get(i).equals(predicted.classes.get(i)) ? 1 : 0;
    }
    boolean labelled = run.accuracy().isPresent();
    return new QuantisationCost(
        labelled ? run.accuracy().getAsDouble() : null,
        labelled ? run.accuracy().getAsDouble() - quantised.accuracy().orElseThrow() : null,
        (double) same / expected.classes.size(),
        run.counts().synapticOperations());
  }

  /** One line for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "int8 against float32: same prediction for %s of the inputs%s%n",
        Figures.percent(samePredictions),
        float32Accuracy == null
            ? ""
            : ", accuracy in float32 %s, lost %.2f points"
                .formatted(Figures.percent(float32Accuracy), accuracyLoss * 100));
  }
}
