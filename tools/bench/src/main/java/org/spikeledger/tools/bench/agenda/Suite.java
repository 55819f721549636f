package org.spikeledger.tools.bench.agenda;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.bench.workload.EngineUnderTest;

/** Parts of the benchmarks that can be run alone. */
public enum Suite {
  /** 3x3 convolutions against the plain gather. */
  LAYERS,
  /** 3x3 convolutions over spike rates. */
  RATES,
  /** VGG16 against ONNX Runtime and libtorch. */
  VGG16,
  /** 784-1024-1024-10 against published figures. */
  FULLY_CONNECTED,
  /** Four convolutions against libtorch, ONNX Runtime and published figures. */
  SMALL_CONVOLUTIONAL,
  /** Two threads against two processes, and against one. */
  THREADS,
  /** Large networks, loaded from files. */
  SCALE;

  /** The name on the command line and in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The suite of a name. */
  public static Suite of(String key) {
    return Arrays.stream(values())
        .filter(suite -> suite.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new BadInputException("a suite is one of %s: suite=%s".formatted(keys(), key)));
  }

  /** All names. */
  public static String keys() {
    return Arrays.stream(values()).map(Suite::key).collect(Collectors.joining(", "));
  }

  /** What it measures. */
  Agenda agenda(EngineUnderTest engine) {
    return switch (this) {
      case LAYERS -> LayerSuites.againstYardstick(engine);
      case RATES -> LayerSuites.overRates(engine);
      case VGG16 -> NetworkSuites.vgg16(engine);
      case FULLY_CONNECTED -> NetworkSuites.fullyConnected(engine);
      case SMALL_CONVOLUTIONAL -> NetworkSuites.smallConvolutional(engine);
      case THREADS -> NetworkSuites.threads(engine);
      case SCALE -> NetworkSuites.scale();
    };
  }
}
