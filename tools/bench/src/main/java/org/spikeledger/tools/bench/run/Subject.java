package org.spikeledger.tools.bench.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.simulator.run.Parallelism;

/** Something that can be measured; equal ones are measured once. */
public sealed interface Subject {

  /**
   * A JMH benchmark.
   *
   * @param benchmark class and method
   * @param parameters by name
   */
  record Jmh(String benchmark, SortedMap<String, String> parameters) implements Subject {

    /** Parameters as names and values in turn. */
    public static Jmh of(Class<?> benchmark, String method, String... namesAndValues) {
      SortedMap<String, String> parameters = new TreeMap<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        parameters.put(namesAndValues[i], namesAndValues[i + 1]);
      }
      return new Jmh(benchmark.getName() + "." + method, parameters);
    }

    @Override
    public String id() {
      String simple =
          benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
      return simple + parameters;
    }
  }

  /**
   * Whole runs of a network in processes side by side, all inferences of all processes together.
   *
   * @param workload its name
   * @param processes side by side
   * @param threads of each process
   * @param parallelism what several threads of a process do at the same time
   * @param kernel as on the command line
   * @param precision as on the command line
   */
  record Processes(
      String workload,
      int processes,
      int threads,
      Parallelism parallelism,
      String kernel,
      String precision)
      implements Subject {

    @Override
    public String id() {
      return "Runs{processes=%d, threads=%d, parallel=%s, kernel=%s, precision=%s, workload=%s}"
          .formatted(processes, threads, parallelism.key(), kernel, precision, workload);
    }
  }

  /** Names it in JSON. */
  String id();
}
