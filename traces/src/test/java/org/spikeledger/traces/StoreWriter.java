package org.spikeledger.traces;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.traces.format.ResultMessage;
import org.spikeledger.traces.store.RunKey;
import org.spikeledger.traces.store.RunStore;

/** Uses a store in a process of its own. */
final class StoreWriter {

  private StoreWriter() {}

  /** {@code write FILE FROM [TO]} puts numbered results; {@code read FILE COUNT} waits for them. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    try {
      if (arguments[0].equals("write")) {
        write(
            file,
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[arguments.length - 1]));
      } else {
        read(file, Integer.parseInt(arguments[2]));
      }
    } catch (BadInputException e) {
      System.out.println(e.getMessage());
    }
  }

  private static void write(Path file, int from, int to) {
    try (RunStore store = RunStore.write(file, StoreWriter::note)) {
      for (int i = from; i < to; i++) {
        store.put(key(i), result(i, 4));
        System.out.println(i + 1);
      }
    }
  }

  private static void read(Path file, int count) {
    try (RunStore store = RunStore.read(file, StoreWriter::note)) {
      for (int i = 0; i < count; i++) {
        while (store.find(key(i)).isEmpty()) {
          LockSupport.parkNanos(1_000_000);
        }
        long found = store.find(key(i)).orElseThrow().inference();
        if (found != i) {
          throw new IllegalStateException("the result is another one: " + i + " " + found);
        }
      }
      System.out.println("read " + count);
    }
  }

  private static void note(String note) {
    System.err.println(note);
  }

  static RunKey key(int number) {
    byte[] input = ByteBuffer.allocate(32).putInt(number).array();
    return RunKey.of("ab".repeat(32), input, false);
  }

  static byte[] result(int number, int timesteps) {
    InferenceRecord record = new InferenceRecord(3, timesteps, Shape.of(2));
    record.begin(number, new DirectInput(Shape.of(1), new float[] {number}));
    record.counters().set(1, timesteps - 1, Primitive.VISITED, 1000L * number);
    record.output()[0] = number;
    record.output()[1] = -number;
    record.complete(new byte[32]);
    return ResultMessage.write(record, "trace " + number, number);
  }
}
