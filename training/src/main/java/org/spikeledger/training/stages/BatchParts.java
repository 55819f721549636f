package org.spikeledger.training.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.Libtorch;

/**
 * Cuts each batch into parts that go forward and back at the same time, each on a thread of its own
 * through a replica of the network, and averages their gradients: threads that share every single
 * operation wait for each other after each. Each part is normalised by its own statistics; only
 * what the network itself sees, which takes the first part, enters the running ones.
 *
 * <p>Used by one thread, which sleeps while the parts work.
 */
final class BatchParts implements AutoCloseable {
  /** Fewer images are no sample to normalise by. */
  private static final int SMALLEST = 64;

  private final List<Trainable> replicas = new ArrayList<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<ForkJoinPool> workers = new ArrayList<>();

  /**
   * Parts of batches.
   *
   * @param network that learns
   * @param threads to be kept busy
   * @param batchSize of most batches
   */
  BatchParts(Trainable network, int threads, int batchSize) {
    int count = Math.clamp(batchSize / SMALLEST, 1, threads);
    replicas.add(network);
    for (int i = 1; i < count; i++) {
      generators.add(torch.make_generator_cpu());
      replicas.add(network.replica(generators.getLast()));
    }
    for (int i = 0; i < count; i++) {
      workers.add(new ForkJoinPool(1, pool -> new Worker(pool, threads / count), null, false));
    }
  }

  /** Begins an epoch: what is random in it follows from the stream. */
  void seed(SplittableRandom random) {
    generators.forEach(each -> each.set_current_seed(random.nextLong() >>> 1));
  }

  /** As {@link Trainable#step(Tensor, Tensor, Tensor)}, over the parts. */
  StepResult step(Tensor images, Tensor labels, Tensor targets) {
    int size = Math.toIntExact(images.size(0));
    int count = Math.clamp(size / SMALLEST, 1, replicas.size());
    List<ForkJoinTask<StepResult>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = start(i, count, size);
      int length = start(i + 1, count, size) - from;
      tasks.add(
          begin(
              i,
              images.narrow(0, from, length),
              labels.narrow(0, from, length),
              targets.narrow(0, from, length)));
    }
    // If one fails, none may still be at work when that is told.
    tasks.forEach(ForkJoinTask::quietlyJoin);
    double loss = 0;
    long correct = 0;
    for (int i = 0; i < count; i++) {
      StepResult result = tasks.get(i).join();
      double share = (double) (start(i + 1, count, size) - start(i, count, size)) / size;
      loss += share * result.loss();
      correct += result.correct();
      addGradients(i, share);
    }
    return new StepResult(loss, correct);
  }

  private static int start(int part, int count, int size) {
    return Math.toIntExact((long) part * size / count);
  }

  private ForkJoinTask<StepResult> begin(int part, Tensor images, Tensor labels, Tensor targets) {
    return workers
        .get(part)
        .submit(
            () -> {
              try (PointerScope _ = new PointerScope()) {
                return replicas.get(part).step(images, labels, targets);
              }
            });
  }

  /** Puts a part's gradients, which are means over its images, among the network's own. */
  private void addGradients(int part, double share) {
    List<Tensor> own = replicas.getFirst().parameters();
    List<Tensor> parameters = replicas.get(part).parameters();
    for (int i = 0; i < own.size(); i++) {
      Tensor gradient = parameters.get(i).grad();
      if (part == 0) {
        gradient.mul_(new Scalar(share));
      } else {
        own.get(i).grad().add_(gradient, new Scalar(share));
        gradient.zero_();
      }
    }
  }

  @Override
  public void close() {
    workers.forEach(ForkJoinPool::close);
  }

  /** A stream that runs in a pool of one thread stays on it, as each part's neurons do. */
  private static final class Worker extends ForkJoinWorkerThread {
    private final int threads;

    Worker(ForkJoinPool pool, int threads) {
      super(pool);
      this.threads = threads;
    }

    @Override
    protected void onStart() {
      Libtorch.setThreadsOfCaller(threads);
    }
  }
}
