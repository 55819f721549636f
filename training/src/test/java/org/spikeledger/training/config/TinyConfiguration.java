package org.spikeledger.training.config;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A configuration that trains in a second. */
public final class TinyConfiguration {
  /** As a file would hold it. */
  public static final String JSON =
      """
      {
        "name": "tiny",
        "seed": 7,
        "dataset": {"training": "idx:none", "test": "idx:none", "source": "made", "licence": "none"},
        "normalisation": {"mean": 0.2, "standardDeviation": 0.5},
        "augmentation": {"cropPadding": 1, "horizontalFlip": false},
        "network": {
          "batchNormalisation": true,
          "layers": [
            {"kind": "convolution", "channels": 6, "kernel": 3, "stride": 1, "padding": 1},
            {"kind": "averagePool", "size": 2},
            {"kind": "convolution", "channels": 8, "kernel": 3, "stride": 1, "padding": 1},
            {"kind": "averagePool", "size": 2},
            {"kind": "linear", "units": 12},
            {"kind": "dropout", "probability": 0.1},
            {"kind": "linear", "units": 3}
          ]
        },
        "surrogateScale": 0.3,
        "precision": "FLOAT32",
        "threads": 1,
        "conversion": {"percentile": 90.0, "thresholdScale": 1.0, "images": 32},
        "stages": [
          {"name": "ann", "timesteps": 0, "epochs": 2, "batchSize": 16,
           "optimiser": {"kind": "sgd", "learningRate": 0.05, "momentum": 0.9, "weightDecay": 0.0},
           "schedule": {"kind": "steps", "at": [0.8], "factor": 0.2}, "export": false},
          {"name": "t2", "timesteps": 2, "epochs": 2, "batchSize": 16,
           "optimiser": {"kind": "adam", "learningRate": 0.002},
           "schedule": {"kind": "oneCycle", "warmUp": 0.1}, "export": true},
          {"name": "t1", "timesteps": 1, "epochs": 2, "batchSize": 16,
           "optimiser": {"kind": "adam", "learningRate": 0.002},
           "schedule": {"kind": "oneCycle", "warmUp": 0.1}, "export": true}
        ],
        "export": {"mantissaBits": 10},
        "output": "OUTPUT"
      }
      """;

  private TinyConfiguration() {}

  /** The configuration with its output in a folder. */
  public static TrainingConfiguration in(Path folder) {
    return ConfigurationReader.parse(JSON.replace("OUTPUT", folder.toString()), "tiny");
  }

  /** The same with some text of the file replaced. */
  public static TrainingConfiguration changed(Path folder, String from, String to) {
    return changed(folder, json -> json.replace(from, to));
  }

  /** The same with the text of the file changed. */
  public static TrainingConfiguration changed(Path folder, UnaryOperator<String> change) {
    String json = change.apply(JSON.replace("OUTPUT", folder.toString()));
    return ConfigurationReader.parse(json, "tiny");
  }
}
