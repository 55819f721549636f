package org.spikeledger.simulator.run;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * A worker publishes cells of a pipeline's ring, which has room for one here: a reader sees whole
 * cells only, one after another, and none that is written anew while it is read. (Several workers
 * meet in the Disruptor alone; two actors are what two cores can run.)
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first cell, at the second look.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first cell alone.")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Both cells, in the same place.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A cell half written, written over, twice or left out.")
@State
public class CellStress {

  private static final int TRIES = 1000;

  private final RingBuffer<Cell> ring =
      RingBuffer.createMultiProducer(Cell::new, 1, new SleepingWaitStrategy());
  private final EventPoller<Cell> poller = ring.newPoller();
  private int seen;

  /** For the generated runner. */
  public CellStress() {
    ring.addGatingSequences(poller.getSequence());
  }

  /** The worker; it gives up where the reader looks no more. */
  @Actor
  public void worker() {
    publish(1);
    for (int i = 0; i < TRIES && !publish(2); i++) {
      Thread.onSpinWait();
    }
  }

  private boolean publish(int number) {
    if (!ring.hasAvailableCapacity(1)) {
      return false;
    }
    long sequence = ring.next();
    Cell cell = ring.get(sequence);
    cell.record = new InferenceRecord(1, 1, Shape.of(number));
    cell.last = true;
    ring.publish(sequence);
    return true;
  }

  /** The reader. */
  @Actor
  public void reader(II_Result result) {
    result.r1 = next();
    result.r2 = next();
  }

  private int next() {
    seen = 0;
    try {
      poller.poll(this::see);
    } catch (Exception e) {
      throw new IllegalStateException("seeing a cell throws nothing", e);
    }
    return seen;
  }

  private boolean see(Cell cell, long sequence, boolean endOfBatch) {
    int first = number(cell);
    int again = number(cell);
    seen = first == again ? first : -1;
    return false;
  }

  private static int number(Cell cell) {
    return cell.last && cell.record != null ? cell.record.output().length : -1;
  }
}
