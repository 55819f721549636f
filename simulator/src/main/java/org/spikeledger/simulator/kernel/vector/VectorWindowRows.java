package org.spikeledger.simulator.kernel.vector;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.Runs;

/**
 * Copies by whole vectors, beyond the end of a run into what the next one overwrites: short loops
 * over what is left cost a processor more than they copy. {@link VectorWidths} defines this class
 * once a width.
 */
final class VectorWindowRows implements WindowRows {

  private static final VectorSpecies<Float> FLOATS = VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final int LANES = INTS.length();

  @Override
  public int collect(Runs runs, int window) {
    if (runs.values() != null) {
      collectValues(runs, window);
    }
    int[] rows = runs.rows();
    int[] indices = runs.indices();
    int count = 0;
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      int from = runs.from(run);
      int length = runs.to(run) - from;
      int offset = runs.rowOffset(run);
      for (int i = 0; i < length; i += LANES) {
        IntVector.fromArray(INTS, indices, from + i).add(offset).intoArray(rows, count + i);
      }
      count += length;
    }
    return count;
  }

  private static void collectValues(Runs runs, int window) {
    float[] rowValues = runs.rowValues();
    float[] values = runs.values();
    int count = 0;
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      int from = runs.from(run);
      int length = runs.to(run) - from;
      for (int i = 0; i < length; i += LANES) {
        FloatVector.fromArray(FLOATS, values, from + i).intoArray(rowValues, count + i);
      }
      count += length;
    }
  }
}
