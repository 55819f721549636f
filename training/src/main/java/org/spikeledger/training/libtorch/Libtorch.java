package org.spikeledger.training.libtorch;

import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.BadInputException;

/** Loads libtorch, which is shipped for one platform. */
public final class Libtorch {
  /** The only platform with native libraries on the class path. */
  public static final String PLATFORM = "linux-x86_64";

  // A first start on an empty cache crashes unless each library lies beside those it needs.
  private static final List<String> EXTRACTION_ORDER =
      List.of("libgomp.so.1", "libc10.so", "libtorch_cpu.so", "libtorch.so", "libjnitorch.so");

  private Libtorch() {}

  /** Whether this machine can train. */
  public static boolean isSupported() {
    return Loader.getPlatform().equals(PLATFORM);
  }

  /**
   * Makes libtorch ready; call before any tensor is made. Repeated calls only set the threads.
   *
   * @param threads used by tensor operations and by the products of matrices
   * @throws BadInputException on another platform
   */
  public static void load(int threads) {
    if (!isSupported()) {
      throw new BadInputException(
          "training runs on " + PLATFORM + " only: platform=" + Loader.getPlatform());
    }
    for (String library : EXTRACTION_ORDER) {
      extract(library);
    }
    Loader.load(torch.class);
    torch.set_num_threads(threads);
    // Left alone it takes all cores, and its threads spin beside those of others.
    openblas.blas_set_num_threads(threads);
    // Where it is not supported it says so at every small convolution.
    torch.globalContext().setUserEnabledNNPACK(false);
  }

  /**
   * Says how many threads the tensor operations that this thread begins are shared by; those of a
   * new thread are shared by as many as were said last by any.
   */
  public static void setThreadsOfCaller(int threads) {
    // The first question of a thread takes the number over, and would undo what was said before it.
    torch.get_num_threads();
    torch.set_num_threads(threads);
  }

  /**
   * Allows only algorithms that give the same bits every time, or any. It holds for the whole
   * process.
   */
  public static void setDeterministic(boolean deterministic) {
    torch.globalContext().setDeterministicAlgorithms(deterministic, false);
    torch.globalContext().setDeterministicMkldnn(deterministic);
    // It would write over all new memory, for those who read what they never wrote.
    torch.globalContext().setDeterministicFillUninitializedMemory(false);
  }

  private static void extract(String library) {
    String resource = "/org/bytedeco/pytorch/" + PLATFORM + "/" + library;
    try {
      if (Loader.cacheResource(torch.class, resource) == null) {
        throw new BadInputException("libtorch is on the class path: missing=" + resource);
      }
    } catch (IOException e) {
      throw new BadInputException(
          "libtorch can be unpacked: resource=" + resource + " cause=" + e.getMessage(), e);
    }
  }
}
