package org.spikeledger.models.nir;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * Makes IF and LIF nodes of a file discrete: coefficients are computed in double and rounded to
 * float32 once. A parameter of one element broadcasts over the layer.
 *
 * <pre>{@code
 * IF:  v' = r I                     LIF:  tau v' = (v_leak - v) + r I
 * }</pre>
 */
final class NeuronReader {

  private final NodeFields fields;
  private final ImportOptions options;
  private final ImportNotes notes;

  NeuronReader(NodeFields fields, ImportOptions options, ImportNotes notes) {
    this.fields = fields;
    this.options = options;
    this.notes = notes;
  }

  IF integrateAndFire() {
    NumericField r = fields.numbers("r");
    boolean perSecond =
        switch (options.resistanceRule()) {
          case PER_SECOND -> true;
          case PER_TIMESTEP -> false;
          case ONE_IS_PER_TIMESTEP -> !isOne(r);
        };
    double factor = perSecond ? options.timestepSeconds() : 1;
    Tensor gain = combine(i -> r.get(i) * factor, r);
    decided(perSecond ? "r=PER_SECOND " + timestep() : "r=PER_TIMESTEP");
    return new IF(gain, firing());
  }

  LIF leakyIntegrateAndFire() {
    NumericField tau = fields.numbers("tau");
    NumericField r = fields.numbers("r");
    NumericField restingPotential = fields.numbers("v_leak");
    requirePositive(tau);
    LeakRule rule = options.leakRule();
    double dt = options.timestepSeconds();
    Tensor leak = combine(i -> rule.leak(dt / tau.get(i)), tau);
    Tensor gain = combine(i -> rule.gain(dt / tau.get(i)) * r.get(i), tau, r);
    Tensor drift =
        combine(i -> rule.drift(dt / tau.get(i)) * restingPotential.get(i), tau, restingPotential);
    decided("leakRule=" + rule + " " + timestep());
    return new LIF(leak, gain, drift.isZero() ? Tensor.scalar(0f) : drift, firing());
  }

  private Firing firing() {
    NumericField threshold = fields.numbers("v_threshold");
    Optional<NumericField> reset = fields.optionalNumbers("v_reset");
    boolean toValue = options.resetRule() == ResetRule.TO_VALUE;
    Tensor inFile = reset.map(value -> combine(value::get, value)).orElse(Tensor.scalar(0f));
    if (!toValue && !inFile.isZero()) {
      notes.warn(
          "a reset by subtraction leaves v_reset unused: v_reset=%s node=%s"
              .formatted(inFile.get(0), fields.node()));
    }
    Tensor resetValue = toValue ? inFile : Tensor.scalar(0f);
    decided("resetRule=" + options.resetRule());
    decided("thresholdRule=" + options.thresholdRule());
    decided("spikeRule=" + options.spikeRule());
    return new Firing(
        combine(threshold::get, threshold),
        options.thresholdRule(),
        options.spikeRule(),
        options.resetRule(),
        resetValue);
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

  private void requirePositive(NumericField tau) {
    for (int i = 0; i < tau.size(); i++) {
      double value = tau.get(i);
      if (!(value > 0) || !Double.isFinite(value)) {
        throw new BadInputException(
            "a time constant must be finite and above 0: tau=" + value + " node=" + fields.node());
      }
    }
  }

  private Tensor combine(IntToDoubleFunction value, NumericField... parameters) {
    Shape shape = commonShape(parameters);
    float[] rounded = new float[shape.size()];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) value.applyAsDouble(i);
    }
    return Tensor.adopt(shape, rounded);
  }

  private Shape commonShape(NumericField... parameters) {
    Shape common = Shape.SCALAR;
    for (NumericField parameter : parameters) {
      if (parameter.isSingle()) {
        continue;
      }
      Shape shape = parameter.shape();
      if (!common.equals(Shape.SCALAR) && !common.equals(shape)) {
        throw new BadInputException(
            "neuron parameters of more than one element share a shape: shape=%s other=%s node=%s"
                .formatted(common, shape, fields.node()));
      }
      common = shape;
    }
    return common;
  }
}
