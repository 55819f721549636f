package org.spikeledger.simulator.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.NE;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.scalar.NeuronUpdate;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.Parameter;

/**
 * Updates neurons over vectors, one lane a postsynaptic neuron. {@link VectorWidths} defines this
 * class once a width, so that the species is a constant of the compiled code. No branch may choose
 * between vectors, or the compiler puts them on the heap: hence a method for each case.
 */
final class VectorUpdate implements Update {

  private static final VectorSpecies<Float> SPECIES =
      VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());
  private static final IntVector FIRST_LANES = IntVector.zero(INTS).addIndex(1);
  private static final int LANES = SPECIES.length();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      Layout layout,
      int fromPixel,
      int toPixel,
      FiredNeurons fired) {
    if (layout.stride() == layout.channels()) {
      int first = fromPixel * layout.channels();
      int width = (toPixel - fromPixel) * layout.channels();
      update(parameters, potentials, currents, (long) first * Float.BYTES, width, first, fired);
      return;
    }
    for (int pixel = fromPixel; pixel < toPixel; pixel++) {
      long offset = (long) pixel * layout.stride() * Float.BYTES;
      int first = pixel * layout.channels();
      update(parameters, potentials, currents, offset, layout.channels(), first, fired);
    }
  }

  private static void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    int vectors = parameters.several() ? 0 : width - width % LANES;
    if (parameters.wholeLeak()) {
      updateWhole(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    } else if (parameters.uniform()) {
      updateUniform(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    } else {
      updateEach(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    }
    NeuronUpdate.update(
        parameters, potentials, currents, offset, vectors, width, firstIndex, fired);
  }

  /** Neurons that all have the same parameters. */
  private static void updateUniform(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    FloatVector leak = FloatVector.broadcast(SPECIES, parameters.leak().at(0));
    FloatVector gain = FloatVector.broadcast(SPECIES, parameters.gain().at(0));
    FloatVector drift = FloatVector.broadcast(SPECIES, parameters.drift().at(0));
    FloatVector bound = FloatVector.broadcast(SPECIES, parameters.bound().at(0));
    FloatVector threshold = FloatVector.broadcast(SPECIES, parameters.threshold().at(0));
    FloatVector resetValue = FloatVector.broadcast(SPECIES, parameters.resetValue().at(0));
    VectorMask<Float> subtracts = SPECIES.maskAll(parameters.subtract());
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = before.mul(leak).add(load(currents, at).mul(gain)).add(drift);
      VectorMask<Float> fires = integrated.compare(GT, bound);
      FloatVector reset = resetValue.blend(integrated.sub(threshold), subtracts);
      FloatVector after = integrated.blend(reset, fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  /** Neurons of which each may have parameters of its own. */
  private static void updateEach(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    VectorMask<Float> subtracts = SPECIES.maskAll(parameters.subtract());
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = integrate(parameters, at, before, load(currents, at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector reduced = integrated.sub(load(parameters.threshold(), at));
      FloatVector reset = load(parameters.resetValue(), at).blend(reduced, subtracts);
      FloatVector after = integrated.blend(reset, fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  /** Neurons of whole numbers, each perhaps with parameters of its own. */
  private static void updateWhole(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    VectorMask<Float> subtracts = SPECIES.maskAll(parameters.subtract());
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector kept = keepWhole(before, load(parameters.leak(), at));
      FloatVector sum = kept.add(load(currents, at).mul(load(parameters.gain(), at)));
      FloatVector integrated = sum.add(load(parameters.drift(), at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector reduced = integrated.sub(load(parameters.threshold(), at));
      FloatVector reset = load(parameters.resetValue(), at).blend(reduced, subtracts);
      FloatVector after = integrated.blend(reset, fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  /**
   * {@code (U * m + 2^14) >> 15} in 32 bits: with {@code U = high * 2^15 + low}, {@code high * m}
   * is whole and can stand outside the shift.
   */
  private static FloatVector keepWhole(FloatVector potential, FloatVector leak) {
    IntVector whole = (IntVector) potential.convertShape(F2I, INTS, 0);
    IntVector multiplier = (IntVector) leak.mul(LeakRounding.WHOLE_ONE).convertShape(F2I, INTS, 0);
    IntVector high = whole.lanewise(ASHR, 15).mul(multiplier);
    IntVector low = whole.and(LeakRounding.WHOLE_ONE - 1).mul(multiplier);
    IntVector rounded = low.add(LeakRounding.WHOLE_ONE / 2).lanewise(ASHR, 15);
    return (FloatVector) high.add(rounded).convertShape(I2F, SPECIES, 0);
  }

  /** A leak or gain of 1, or a drift of -0.0, gives the same bits as none. */
  private static FloatVector integrate(
      NeuronParameters parameters, long at, FloatVector potential, FloatVector current) {
    FloatVector kept = potential.mul(load(parameters.leak(), at));
    FloatVector sum = kept.add(current.mul(load(parameters.gain(), at)));
    return sum.add(load(parameters.drift(), at));
  }

  private static void write(VectorMask<Float> fires, int firstIndex, int[] indices, int position) {
    FIRST_LANES.add(firstIndex).compress(fires.cast(INTS)).intoArray(indices, position);
  }

  private static int changed(FloatVector before, FloatVector after) {
    return after.reinterpretAsInts().compare(NE, before.reinterpretAsInts()).trueCount();
  }

  private static FloatVector load(MemorySegment segment, long offset) {
    return FloatVector.fromMemorySegment(SPECIES, segment, offset, ORDER);
  }

  private static FloatVector load(Parameter parameter, long offset) {
    return load(parameter.values(), offset & parameter.mask());
  }
}
