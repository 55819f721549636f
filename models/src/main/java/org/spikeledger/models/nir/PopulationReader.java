package org.spikeledger.models.nir;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;

/**
 * Makes the populations of a file discrete: coefficients are computed in double and rounded to
 * float32 once. A parameter of one element broadcasts over the layer.
 *
 * <pre>{@code
 * I, IF:            v' = r I
 * LI, LIF:          tau v' = (v_leak - v) + r I
 * CubaLI, CubaLIF:  tau_syn I' = -I + w_in S,  tau_mem v' = (v_leak - v) + r I
 * Threshold:        1 where what arrives is above threshold
 * }</pre>
 */
final class PopulationReader {

  private final NodeFields fields;
  private final ImportOptions options;
  private final ImportNotes notes;

  PopulationReader(NodeFields fields, ImportOptions options, ImportNotes notes) {
    this.fields = fields;
    this.options = options;
    this.notes = notes;
  }

  /** The population of a NIR type. */
  Population read(String type) {
    return switch (type) {
      case "Threshold" -> threshold();
      case "I" -> new I(integratorGain());
      case "IF" -> new IF(integratorGain(), firing());
      case "LI" -> {
        Membrane membrane = membrane("tau");
        yield new LI(membrane.leak(), membrane.gain(), membrane.drift());
      }
      case "LIF" -> {
        Membrane membrane = membrane("tau");
        yield new LIF(membrane.leak(), membrane.gain(), membrane.drift(), firing());
      }
      case "CubaLI" -> {
        Membrane membrane = membrane("tau_mem");
        yield new CubaLI(synapse(), membrane.leak(), membrane.gain(), membrane.drift());
      }
      default -> {
        Membrane membrane = membrane("tau_mem");
        yield new CubaLIF(synapse(), membrane.leak(), membrane.gain(), membrane.drift(), firing());
      }
    };
  }

  private Threshold threshold() {
    NumericField threshold = fields.numbers("threshold");
    decided("thresholdRule=" + options.thresholdRule());
    return new Threshold(threshold.broadcast(), options.thresholdRule());
  }

  private Tensor integratorGain() {
    NumericField r = fields.numbers("r");
    boolean perSecond =
        switch (options.resistanceRule()) {
          case PER_SECOND -> true;
          case PER_TIMESTEP -> false;
          case ONE_IS_PER_TIMESTEP -> !isOne(r);
        };
    double factor = perSecond ? options.timestepSeconds() : 1;
    decided(perSecond ? "r=PER_SECOND " + timestep() : "r=PER_TIMESTEP");
    return new Combination(fields.node(), r).of(i -> r.get(i) * factor);
  }

  private Membrane membrane(String timeConstant) {
    NumericField tau = timeConstant(timeConstant);
    NumericField r = fields.numbers("r");
    NumericField resting = fields.numbers("v_leak");
    LeakRule rule = options.leakRule();
    double dt = options.timestepSeconds();
    Tensor drift =
        new Combination(fields.node(), tau, resting)
            .of(i -> rule.drift(dt / tau.get(i)) * resting.get(i));
    decided("leakRule=" + rule + " " + timestep());
    return new Membrane(
        new Combination(fields.node(), tau).of(i -> rule.leak(dt / tau.get(i))),
        new Combination(fields.node(), tau, r).of(i -> rule.gain(dt / tau.get(i)) * r.get(i)),
        drift.isZero() ? Tensor.scalar(0f) : drift);
  }

  private Synapse synapse() {
    NumericField tau = timeConstant("tau_syn");
    NumericField weight = fields.numbers("w_in");
    LeakRule rule = options.leakRule();
    double dt = options.timestepSeconds();
    decided("currentRule=" + options.currentRule());
    return new Synapse(
        new Combination(fields.node(), tau).of(i -> rule.leak(dt / tau.get(i))),
        new Combination(fields.node(), tau, weight)
            .of(i -> rule.gain(dt / tau.get(i)) * weight.get(i)),
        options.currentRule());
  }

  private Firing firing() {
    NumericField threshold = fields.numbers("v_threshold");
    Optional<NumericField> reset = fields.optionalNumbers("v_reset");
    boolean toValue = options.resetRule() == ResetRule.TO_VALUE;
    Tensor inFile = reset.map(NumericField::broadcast).orElse(Tensor.scalar(0f));
    if (!toValue && !inFile.isZero()) {
      notes.warn(
          "a reset by subtraction leaves v_reset unused: v_reset=%s node=%s"
              .formatted(inFile.get(0), fields.node()));
    }
    decided("resetRule=" + options.resetRule());
    decided("thresholdRule=" + options.thresholdRule());
    decided("spikeRule=" + options.spikeRule());
    return new Firing(
        threshold.broadcast(),
        options.thresholdRule(),
        options.spikeRule(),
        options.resetRule(),
        toValue ? inFile : Tensor.scalar(0f),
        amplitude());
  }

  private float amplitude() {
    if (options.spikeAmplitude() == SpikeAmplitude.ONE) {
      return 1f;
    }
    decided("spikeAmplitude=" + options.spikeAmplitude() + " " + timestep());
    return (float) (1 / options.timestepSeconds());
  }

  private NumericField timeConstant(String field) {
    NumericField tau = fields.numbers(field);
    for (int i = 0; i < tau.size(); i++) {
      double value = tau.get(i);
      if (!(value > 0) || !Double.isFinite(value)) {
        throw new BadInputException(
            "a time constant must be finite and above 0: %s=%s node=%s"
                .formatted(field, value, fields.node()));
      }
    }
    return tau;
  }

  private void decided(String decision) {
    notes.decided(decision, fields.node());
  }

  private String timestep() {
    return "timestepSeconds=" + options.timestepSeconds();
  }

  private static boolean isOne(NumericField r) {
    for (int i = 0; i < r.size(); i++) {
      if (r.get(i) != 1) {
        return false;
      }
    }
    return true;
  }

  private record Membrane(Tensor leak, Tensor gain, Tensor drift) {}
}
