package org.spikeledger.simulator.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/** Which kernels the event engine runs. All give the same bits. */
public enum KernelChoice {
  /** The widest vectors of this machine; scalar where the vector module is missing. */
  AUTO,
  /** Plain loops, the twin that says what is right. */
  SCALAR,
  /** 128-bit vectors, 4 neurons at a time. */
  VECTOR128,
  /** 256-bit vectors, 8 neurons at a time. */
  VECTOR256,
  /** 512-bit vectors, 16 neurons at a time. */
  VECTOR512;

  /** The choice of a name as it stands on the command line. */
  public static KernelChoice of(String name) {
    return Arrays.stream(values())
        .filter(choice -> choice.key().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "a kernel is one of "
                        + Arrays.stream(values())
                            .map(KernelChoice::key)
                            .collect(Collectors.joining(", "))
                        + ": kernel="
                        + name));
  }

  /** The name on the command line and in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
