package org.spikeledger.tools.bench.rival;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.tools.bench.onnx.AnnModel;

/**
 * A model in ONNX Runtime: one thread that does not spin, all optimisations. Used by one thread.
 */
public final class OnnxSession implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** Loads a model by way of a file in the temporary folder, which is deleted at once. */
  public OnnxSession(byte[] model) {
    try {
      Path file = Files.createTempFile("ann", ".onnx");
      try (OrtSession.SessionOptions options = options()) {
        Files.write(file, model);
        session = environment.createSession(file.toString(), options);
      } finally {
        Files.delete(file);
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  /** An input in memory that the runtime reads as it is; the caller closes it. */
  public OnnxTensor input(float[] values, long... shape) {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(values).flip();
    try {
      return OnnxTensor.createTensor(environment, buffer, shape);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs once; the caller closes the result. */
  public OrtSession.Result run(OnnxTensor input) {
    try {
      return session.run(Map.of(AnnModel.INPUT, input));
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs once and copies every output, by name. */
  public Map<String, float[]> outputs(float[] values, long... shape) {
    Map<String, float[]> outputs = new TreeMap<>();
    try (OnnxTensor input = input(values, shape);
        OrtSession.Result result = run(input)) {
      result.forEach(
          entry -> {
            FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
            float[] copy = new float[buffer.remaining()];
            buffer.get(copy);
            outputs.put(entry.getKey(), copy);
          });
    }
    return outputs;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
