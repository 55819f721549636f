package org.spikeledger.training.stages;

import java.io.IOException;
import java.nio.file.Path;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.libtorch.Libtorch;

/**
 * A small deterministic training on two threads, with batches of two parts, in a process that can
 * be killed.
 */
final class RunInAnotherProcess {
  static final TinyDataset TRAINING = new TinyDataset(480, 1);
  static final TinyDataset TEST = new TinyDataset(60, 2);

  private RunInAnotherProcess() {}

  /** Trains into the folder that is the only argument. */
  public static void main(String[] arguments) {
    TrainingConfiguration configuration = configuration(Path.of(arguments[0]));
    Libtorch.load(configuration.threads());
    Libtorch.setDeterministic(configuration.deterministic());
    new TrainingRun(configuration, TRAINING, TEST).run();
  }

  static TrainingConfiguration configuration(Path folder) {
    return TinyConfiguration.changed(
        folder,
        json ->
            json.replace(
                    "\"precision\": \"FLOAT32\",\n  \"threads\": 1",
                    "\"precision\": \"BFLOAT16\",\n  \"threads\": 2,\n  \"deterministic\": true")
                .replace("\"batchSize\": 16", "\"batchSize\": 128"));
  }

  static Process start(Path folder) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx512m",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-cp",
            classPath,
            RunInAnotherProcess.class.getName(),
            folder.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
