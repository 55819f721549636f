package org.spikeledger.simulator.energy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** The cost models that are shipped, by name, and those that a user wrote. */
public final class CostModels {

  /** The paper's: 45 nm, float32. */
  public static final String PAPER = "paper-45nm-float32";

  /** 45 nm, int8 with sums of 32 bits: what integer mode computes with. */
  public static final String INT8 = "horowitz-45nm-int8";

  private static final List<String> NAMES =
      List.of(
          PAPER,
          "horowitz-45nm-float16",
          "horowitz-45nm-int32",
          INT8,
          "horowitz-45nm-int8-accumulate8",
          "lemaire-45nm-int32",
          "yan-22nm",
          "loihi-sanafe",
          "loihi",
          "spinnaker",
          "spinnaker2",
          "seneca",
          "truenorth",
          "odin",
          "tianjic",
          "reckon",
          "ubrain",
          "neuronflow");

  private CostModels() {}

  /** The names of the shipped models. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The model whose prices are those of the numbers that a run computes with.
   *
   * @param precision {@code float32} or {@code int8}, as a run states it
   */
  public static String fitting(String precision) {
    return precision.equals("int8") ? INT8 : PAPER;
  }

  /** The paper's model. */
  public static OperationCosts paper() {
    return operations(PAPER);
  }

  /**
   * What a user names, as {@link #named} finds it, where it prices operations and memory accesses.
   *
   * @throws BadInputException where there is none, or it is of another kind
   */
  public static OperationCosts operations(String nameOrFile) {
    if (named(nameOrFile) instanceof OperationCosts costs) {
      return costs;
    }
    throw new BadInputException("a model has to price operations: model=" + nameOrFile);
  }

  /**
   * What a user names: a shipped model, or a file whose name ends in {@code .json}.
   *
   * @throws BadInputException where there is none, or the file breaks a rule
   */
  public static CostModel named(String nameOrFile) {
    return nameOrFile.endsWith(".json") ? read(Path.of(nameOrFile)) : shipped(nameOrFile);
  }

  /**
   * A shipped model.
   *
   * @throws BadInputException where none has this name
   */
  public static CostModel shipped(String name) {
    if (!NAMES.contains(name)) {
      throw new BadInputException(
          "no cost model has this name: model=%s known=%s"
              .formatted(name, String.join(", ", NAMES)));
    }
    String file = name + ".json";
    try (InputStream stream = CostModels.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("a shipped cost model is missing: resource=" + file);
      }
      return CostModelReader.read(stream.readAllBytes(), file);
    } catch (IOException e) {
      throw new BadInputException("a cost model must be readable: resource=" + file, e);
    }
  }

  /**
   * A model that a user wrote.
   *
   * @throws BadInputException where the file cannot be read, is too large, lacks a field or has one
   *     that no model has; the message names field and file
   */
  public static CostModel read(Path file) {
    try {
      if (Files.size(file) > CostModelReader.MOST_BYTES) {
        throw new BadInputException(
            "a cost model has at most %d bytes: bytes=%d file=%s"
                .formatted(CostModelReader.MOST_BYTES, Files.size(file), file));
      }
      return CostModelReader.read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new BadInputException("a cost model must be readable: file=" + file, e);
    }
  }
}
