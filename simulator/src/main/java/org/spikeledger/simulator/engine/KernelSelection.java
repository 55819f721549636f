package org.spikeledger.simulator.engine;

import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.scalar.ScalarKernels;
import org.spikeledger.simulator.kernel.vector.VectorWidths;

/** Finds the kernels of a choice on this machine. */
public final class KernelSelection {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private KernelSelection() {}

  /**
   * The kernels of a choice.
   *
   * @throws BadInputException if vectors are chosen and the vector module is not there
   */
  public static Kernels of(KernelChoice choice) {
    boolean vectors = ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    if (choice == KernelChoice.SCALAR || (choice == KernelChoice.AUTO && !vectors)) {
      return new ScalarKernels();
    }
    if (!vectors) {
      throw new BadInputException(
          "vector kernels need the module %s (--add-modules): kernel=%s"
              .formatted(VECTOR_MODULE, choice.key()));
    }
    return switch (choice) {
      case VECTOR128 -> VectorWidths.ofBits(128);
      case VECTOR256 -> VectorWidths.ofBits(256);
      case VECTOR512 -> VectorWidths.ofBits(512);
      default -> VectorWidths.ofBits(Math.clamp(VectorWidths.preferredBits(), 128, 512));
    };
  }
}
