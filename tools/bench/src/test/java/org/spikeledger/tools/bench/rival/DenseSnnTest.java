package org.spikeledger.tools.bench.rival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.SmallWorkload;
import org.spikeledger.tools.bench.workload.Workload;
import org.spikeledger.training.libtorch.Libtorch;

/** The rival has to be right: it computes the same network as our engine does. */
class DenseSnnTest {

  @Test
  void libtorchGivesTheEnginesOutputs() {
    assumeTrue(Libtorch.isSupported(), "libtorch is there for " + Libtorch.PLATFORM + " only");
    Workload workload = SmallWorkload.leaky(5);
    EngineUnderTest best = EngineUnderTest.best();
    Engine engine = best.engine(best.plan(workload.graph(), workload.kind()), workload.timesteps());
    InferenceRecord record = engine.newRecord();
    int same = 0;
    int images = 32;
    try (DenseSnn dense = new DenseSnn(workload)) {
      long[] shape = OnnxBatches.shape(workload.chain(), 1);
      for (int i = 0; i < images; i++) {
        engine.run(i, workload.inputs().get(i), record);
        float[] output = dense.run(dense.input(DenseInputs.of(workload.inputs().get(i)), shape));
        assertEquals(record.output().length, output.length);
        same += relativeError(record.output(), output) < 1e-4 ? 1 : 0;
      }
    }
    // Sums in another order may move a potential over its threshold, and then outputs differ.
    assertTrue(same >= images / 2, same + " of " + images + " images agree");
  }

  private static double relativeError(float[] expected, float[] actual) {
    double error = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      error += Math.pow(actual[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(error / size);
  }
}
