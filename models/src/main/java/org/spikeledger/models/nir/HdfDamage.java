package org.spikeledger.models.nir;

import java.util.function.Supplier;
import org.spikeledger.models.BadInputException;

/**
 * The boundary to the HDF5 library: whatever it throws on a damaged file becomes one line. Damage
 * reaches it as all kinds of unchecked exceptions, as endless recursion and as absurd allocations.
 */
final class HdfDamage {

  private HdfDamage() {}

  /** Calls the library for what is named by {@code where}, such as {@code dataset=weight}. */
  static <T> T guard(String where, Supplier<T> library) {
    try {
      return library.get();
    } catch (BadInputException refused) {
      throw refused;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError damage) {
      throw new BadInputException(
          "the HDF5 file is damaged: " + where + " cause=" + cause(damage), damage);
    }
  }

  private static String cause(Throwable damage) {
    Throwable root = damage;
    for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
