package org.spikeledger.simulator.kernel.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.Kernels;

/**
 * Makes the vector kernels of each width: the classes of this package called Vector and what they
 * do are defined anew with the species as class data, a constant that the compiler folds, where a
 * field would cost every operation.
 */
public final class VectorWidths {

  /** Kernels have no state: those made once serve all, and stay compiled. */
  private static final Map<Integer, Kernels> MADE = new ConcurrentHashMap<>();

  private VectorWidths() {}

  /** The width, in bits, that this machine handles best. */
  public static int preferredBits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }

  /**
   * Kernels over vectors of a width.
   *
   * @param bits 128, 256 or 512; narrower and wider than the machine's are right, but slow
   */
  public static Kernels ofBits(int bits) {
    return MADE.computeIfAbsent(bits, VectorWidths::make);
  }

  private static Kernels make(int bits) {
    VectorSpecies<Float> species =
        switch (bits) {
          case 128 -> FloatVector.SPECIES_128;
          case 256 -> FloatVector.SPECIES_256;
          case 512 -> FloatVector.SPECIES_512;
          default ->
              throw new IllegalArgumentException("a vector has 128, 256 or 512 bits: " + bits);
        };
    WindowRows windowRows = (WindowRows) defined("VectorWindowRows", species);
    CurrentSums currentSums = (CurrentSums) defined("VectorCurrentSums", species);
    return new VectorKernels(
        bits,
        (Accumulation) defined("VectorAccumulation", species, windowRows),
        (Gather) defined("VectorWholeRows", species, windowRows),
        (Gather) defined("VectorBfloat16Accumulation", species, windowRows),
        (Gather) defined("VectorWholeBfloat16Rows", species, windowRows),
        (Gather) defined("VectorByteAccumulation", species, windowRows, currentSums),
        (Gather) defined("VectorWholeByteRows", species, windowRows, currentSums),
        (Update) defined("VectorUpdate", species));
  }

  private static Object defined(
      String template, VectorSpecies<Float> species, Object... arguments) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClassWithClassData(bytes(template), species, true)
          .lookupClass()
          .getDeclaredConstructors()[0]
          .newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the kernels can be defined: template=" + template, e);
    }
  }

  @SuppressWarnings("unchecked")
  static VectorSpecies<Float> speciesOf(MethodHandles.Lookup lookup) {
    try {
      return MethodHandles.classData(lookup, "_", VectorSpecies.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may read its own class data", e);
    }
  }

  private static byte[] bytes(String template) {
    try (InputStream in = VectorWidths.class.getResourceAsStream(template + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
