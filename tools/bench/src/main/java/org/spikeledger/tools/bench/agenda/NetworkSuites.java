package org.spikeledger.tools.bench.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.tools.bench.measure.LibtorchBenchmark;
import org.spikeledger.tools.bench.measure.NetworkBenchmark;
import org.spikeledger.tools.bench.measure.OnnxBenchmark;
import org.spikeledger.tools.bench.run.Subject;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.LargeNetwork;
import org.spikeledger.tools.bench.workload.NamedWorkload;
import org.spikeledger.tools.bench.workload.PictureNetwork;

/** Whole networks. */
final class NetworkSuites {

  private static final String FLOAT32 = "float32";
  private static final String INT8 = "int8";
  private static final int BATCH = 16;

  private NetworkSuites() {}

  static Agenda vgg16(EngineUnderTest engine) {
    String suite = Suite.VGG16.key();
    NamedWorkload workload = NamedWorkload.VGG16;
    Contender one = ours(workload, 1, engine);
    Contender many = ours(workload, BATCH, engine);
    PictureNetwork ann = PictureNetwork.VGG16;
    String name = workload.key();
    boolean whole = engine.precision().equals(EngineUnderTest.INT8);
    List<Comparison> comparisons =
        List.of(
            new Comparison(suite, name, one, onnx(ann, 1, FLOAT32), whole ? 7 : 3.5),
            new Comparison(suite, name, one, onnx(ann, 1, INT8), whole ? 1 : Double.NaN),
            new Comparison(suite, name, one, libtorch(workload), Double.NaN),
            new Comparison(suite, name + ", batch 16", many, onnx(ann, BATCH, FLOAT32), Double.NaN),
            new Comparison(suite, name + ", batch 16", many, onnx(ann, BATCH, INT8), Double.NaN));
    return new Agenda(List.of(workload), comparisons, List.of(), List.of());
  }

  static Agenda fullyConnected(EngineUnderTest engine) {
    List<NamedWorkload> workloads =
        List.of(
            NamedWorkload.FULLY_CONNECTED_5,
            NamedWorkload.FULLY_CONNECTED_10,
            NamedWorkload.FULLY_CONNECTED_15,
            NamedWorkload.FULLY_CONNECTED_20);
    return new Agenda(workloads, List.of(), List.of(), published(workloads, engine));
  }

  static Agenda smallConvolutional(EngineUnderTest engine) {
    List<NamedWorkload> workloads =
        List.of(NamedWorkload.SMALL_CONVOLUTIONAL_1, NamedWorkload.SMALL_CONVOLUTIONAL_5);
    List<Comparison> comparisons = new ArrayList<>();
    for (NamedWorkload workload : workloads) {
      Contender ours = ours(workload, 1, engine);
      for (Contender rival :
          List.of(
              libtorch(workload),
              onnx(PictureNetwork.SMALL_CONVOLUTIONAL, 1, FLOAT32),
              onnx(PictureNetwork.SMALL_CONVOLUTIONAL, 1, INT8))) {
        comparisons.add(
            new Comparison(
                Suite.SMALL_CONVOLUTIONAL.key(), workload.key(), ours, rival, Double.NaN));
      }
    }
    return new Agenda(workloads, comparisons, List.of(), published(workloads, engine));
  }

  static Agenda threads(EngineUnderTest engine) {
    List<Comparison> comparisons =
        List.of(NamedWorkload.SMALL_CONVOLUTIONAL_1, NamedWorkload.VGG16).stream()
            .flatMap(workload -> Stream.of(throughput(workload, engine), latency(workload, engine)))
            .toList();
    return new Agenda(List.of(), comparisons, List.of(), List.of());
  }

  static Agenda scale() {
    return new Agenda(List.of(), List.of(), List.of(), List.of(), List.of(LargeNetwork.values()));
  }

  private static Comparison throughput(NamedWorkload workload, EngineUnderTest engine) {
    return new Comparison(
        Suite.THREADS.key(),
        workload.key() + ", throughput",
        processes("two threads", workload, 1, 2, Parallelism.THROUGHPUT, engine),
        processes("two processes", workload, 2, 1, Parallelism.THROUGHPUT, engine),
        0.95);
  }

  private static Comparison latency(NamedWorkload workload, EngineUnderTest engine) {
    return new Comparison(
        Suite.THREADS.key(),
        workload.key() + ", latency",
        processes("two threads share an inference", workload, 1, 2, Parallelism.LATENCY, engine),
        processes("one thread", workload, 1, 1, Parallelism.THROUGHPUT, engine),
        workload == NamedWorkload.VGG16 ? 1.6 : Double.NaN);
  }

  private static List<AgainstPublished> published(
      List<NamedWorkload> workloads, EngineUnderTest engine) {
    return workloads.stream()
        .map(
            workload ->
                new AgainstPublished(workload.key(), ours(workload, 1, engine), goal(workload)))
        .toList();
  }

  private static double goal(NamedWorkload workload) {
    return switch (workload) {
      case FULLY_CONNECTED_15 -> 100;
      case SMALL_CONVOLUTIONAL_1 -> 220;
      case SMALL_CONVOLUTIONAL_5 -> 1000;
      default -> Double.NaN;
    };
  }

  private static Contender ours(NamedWorkload workload, int batch, EngineUnderTest engine) {
    Subject subject =
        Subject.Jmh.of(
            NetworkBenchmark.class,
            "inferences",
            "workload",
            workload.key(),
            "batch",
            Integer.toString(batch),
            "kernel",
            engine.kernel(),
            "precision",
            engine.precision());
    return Contender.images(engine.label(), subject, batch);
  }

  private static Contender onnx(PictureNetwork ann, int batch, String precision) {
    Subject subject =
        Subject.Jmh.of(
            OnnxBenchmark.class,
            "batch",
            "ann",
            ann.key(),
            "batch",
            Integer.toString(batch),
            "precision",
            precision);
    return Contender.images("ONNX Runtime " + precision + ", ANN", subject, batch);
  }

  private static Contender libtorch(NamedWorkload workload) {
    Subject subject =
        Subject.Jmh.of(LibtorchBenchmark.class, "inference", "workload", workload.key());
    return Contender.images("libtorch, dense SNN", subject, 1);
  }

  private static Contender processes(
      String name,
      NamedWorkload workload,
      int processes,
      int threads,
      Parallelism parallelism,
      EngineUnderTest engine) {
    Subject subject =
        new Subject.Processes(
            workload.key(), processes, threads, parallelism, engine.kernel(), engine.precision());
    return Contender.images(name, subject, 1);
  }
}
