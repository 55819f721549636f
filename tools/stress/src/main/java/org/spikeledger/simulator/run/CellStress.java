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
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * A worker publishes cells of a pipeline's ring; a reader sees whole cells only, one after another.
 * (Several workers meet in the Disruptor alone; two actors are what two cores can run.)
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first cell, at the second look.")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing was published yet.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first cell, whole.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both cells, whole.")
@Outcome(id = "-1, .*|.*, -1", expect = Expect.FORBIDDEN, desc = "A cell without what it holds.")
@State
public class CellStress {

  private final RingBuffer<Cell> ring =
      RingBuffer.createMultiProducer(Cell::new, 2, new SleepingWaitStrategy());
  private final EventPoller<Cell> poller = ring.newPoller();
  private int seen;

  /** For the generated runner. */
  public CellStress() {
    ring.addGatingSequences(poller.getSequence());
  }

  /** The worker. */
  @Actor
  public void worker() {
    publish();
    publish();
  }

  private void publish() {
    long sequence = ring.next();
    Cell cell = ring.get(sequence);
    cell.record = new InferenceRecord(1, 1, 1);
    cell.last = true;
    ring.publish(sequence);
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
    seen = cell.last && cell.record.output().length == 1 ? 1 : -1;
    return false;
  }
}
