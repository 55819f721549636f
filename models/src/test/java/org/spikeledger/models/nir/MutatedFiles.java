package org.spikeledger.models.nir;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.nir.check.NirChecker;
import org.spikeledger.models.nir.diff.NirDiffer;

/**
 * A process of its own, with little memory, that reads mutated files in every way there is. It ends
 * with 0 if each was a network or refused in one line within the time allowed; else it says which
 * seed does what and ends with 1.
 *
 * <p>Arguments: the first seed, how many, an empty folder, and the files to mutate.
 */
final class MutatedFiles {

  /** Of processor time, so that other work on the machine does not count. */
  private static final long PATIENCE_SECONDS = 5;

  /** Of any time: what waits instead of working hangs too. */
  private static final int LONGEST_WAIT_SECONDS = 120;

  private final Path file;
  private final List<byte[]> originals = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread[] thread = new Thread[1];
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> thread[0] = Thread.ofPlatform().daemon().unstarted(task));
  private int networks;

  private MutatedFiles(Path folder) {
    file = folder.resolve("mutated.nir");
  }

  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    MutatedFiles files = new MutatedFiles(Path.of(arguments[2]));
    for (int i = 3; i < arguments.length; i++) {
      files.originals.add(Files.readAllBytes(Path.of(arguments[i])));
    }
    for (int i = 0; i < count; i++) {
      files.one(seed + i);
    }
    System.out.println("files=" + count + " networks=" + files.networks);
    System.exit(0);
  }

  private void one(long seed) throws Exception {
    // Neighbouring seeds of this generator begin alike.
    Random random = new Random(seed * 0x9e3779b97f4a7c15L);
    int kind = random.nextInt(originals.size() + 1);
    if (kind == originals.size()) {
      NetworkMutation.write(random, file);
    } else {
      Files.write(file, FileMutation.of(originals.get(kind), random));
    }
    ImportProfile[] profiles = ImportProfile.values();
    ImportOptions options = profiles[random.nextInt(profiles.length)].options();
    try {
      await(worker.submit(() -> read(options)));
    } catch (ExecutionException failure) {
      failure.getCause().printStackTrace(System.out);
      fail(seed, failure.getCause().toString());
    } catch (TimeoutException hang) {
      fail(seed, "no answer within " + PATIENCE_SECONDS + " s");
    }
  }

  private void await(Future<?> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    long begin = threads.getThreadCpuTime(thread[0].threadId());
    for (int waited = 1; ; waited++) {
      try {
        answer.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException later) {
        long worked = threads.getThreadCpuTime(thread[0].threadId()) - begin;
        if (worked > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) || waited == LONGEST_WAIT_SECONDS) {
          throw later;
        }
      }
    }
  }

  private static void fail(long seed, String how) {
    System.out.println("seed=" + seed + " " + how);
    System.exit(1);
  }

  private void read(ImportOptions options) {
    Optional<NirImport> network = orLine(() -> NirReader.read(file, options));
    orLine(() -> NirChecker.check(file, options, Optional.empty()));
    orLine(
        () -> {
          RawNetwork raw = RawNetwork.read(file);
          return new NirDiffer(0, true).compare(raw, raw);
        });
    if (network.isPresent()) {
      networks++;
      orLine(() -> written(network.get()));
    }
  }

  private NirImport written(NirImport network) {
    Path copy = file.resolveSibling("copy.nir");
    NirWriter.write(network.graph(), copy);
    NirImport again = NirReader.read(copy, ImportOptions.DEFAULT);
    if (!again.graph().nodes().equals(network.graph().nodes())) {
      throw new IllegalStateException("what was written is not what is read");
    }
    return again;
  }

  private static <T> Optional<T> orLine(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (BadInputException refused) {
      if (refused.getMessage().lines().count() != 1) {
        throw new IllegalStateException("not one line: " + refused.getMessage(), refused);
      }
      return Optional.empty();
    }
  }
}
