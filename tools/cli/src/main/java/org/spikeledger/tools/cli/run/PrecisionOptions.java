package org.spikeledger.tools.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.OutputFile;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Quantisation;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.quantise.QuantisedInputs;
import org.spikeledger.simulator.quantise.Quantiser;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import picocli.CommandLine.Option;

/** With which numbers a network computes. */
public final class PrecisionOptions {

  private static final String FLOAT32 = "float32";
  private static final String INT8 = "int8";
  private static final int CALIBRATED = 512;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = FLOAT32,
      description =
          "float32, or int8: the network is quantised first (weights of 8 bits, one scale a channel,"
              + " whole potentials), and run in float32 too, to tell what that costs."
              + " Default: ${DEFAULT-VALUE}.")
  private String precision;

  @Option(
      names = "--calibration",
      paramLabel = "N",
      description =
          "With int8: the largest value of the first N inputs becomes 127. Default: "
              + CALIBRATED
              + ".")
  private Integer calibration;

  @Option(
      names = "--quantised",
      paramLabel = "FILE",
      description = "With int8: write the quantised network as a NIR file.")
  private Path quantised;

  /** For picocli, which fills the options. */
  public PrecisionOptions() {}

  /** A network and its inputs in the precision that is asked for. */
  PreparedRun prepare(LoadedNetwork network, InputSource inputs, RunSettings settings) {
    if (!precision.equals(FLOAT32) && !precision.equals(INT8)) {
      throw new BadInputException("a precision is float32 or int8: precision=" + precision);
    }
    if (precision.equals(FLOAT32)) {
      requireInt8("--quantised", quantised);
      requireInt8("--calibration", calibration);
    }
    Optional<Quantisation> stored = network.graph().properties().quantisation();
    if (stored.isPresent()) {
      if (quantised != null) {
        throw new BadInputException(
            "a network that is stored as integers is not quantised again: --quantised="
                + quantised);
      }
      InputSource whole = new QuantisedInputs(inputs, stored.get().inputScale());
      return new PreparedRun(network, whole, settings);
    }
    PreparedRun float32 = new PreparedRun(network, inputs, settings);
    return precision.equals(INT8) ? quantise(float32) : float32;
  }

  private void requireInt8(String option, Object value) {
    if (value != null) {
      throw new BadInputException(option + " needs --precision int8: precision=" + precision);
    }
  }

  /** Refuses integers, where nothing is run. */
  void requireFloat32() {
    if (!precision.equals(FLOAT32)) {
      throw new BadInputException("nothing is run that it could change: --precision=" + precision);
    }
  }

  private PreparedRun quantise(PreparedRun float32) {
    int first = calibration == null ? CALIBRATED : calibration;
    if (first < 1) {
      throw new BadInputException("at least one input is needed: --calibration=" + first);
    }
    float scale = QuantisedInputs.calibrate(float32.inputs(), first);
    LoadedNetwork loaded = float32.network();
    Graph graph =
        Quantiser.quantise(
            loaded.graph(), scale, float32.settings().timesteps(), float32.inputs().kind());
    if (quantised != null) {
      OutputFile.require(quantised, List.of(loaded.file()));
      NirWriter.write(graph, quantised);
    }
    return new PreparedRun(
        new LoadedNetwork(loaded.name(), loaded.file(), graph, loaded.warnings()),
        new QuantisedInputs(float32.inputs(), scale),
        float32.settings(),
        Optional.of(float32));
  }
}
