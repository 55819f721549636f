package org.spikeledger.tools.bench.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Keeps the calling thread on one core, on Linux; elsewhere it does nothing. Only the measuring
 * thread is pinned, so that the compiler's threads work beside it and not on its core.
 */
public final class CorePinning {

  private static final int BYTES = 128;

  private CorePinning() {}

  /** Pins the calling thread to the last core that it may run on. Returns whether it is pinned. */
  public static boolean pinThisThread() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment cores = arena.allocate(BYTES, Long.BYTES);
      if ((int) function("sched_getaffinity").invokeExact(0, (long) BYTES, cores) < 0) {
        return false;
      }
      keepLast(cores);
      return (int) function("sched_setaffinity").invokeExact(0, (long) BYTES, cores) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("a thread can be pinned on Linux", e);
    }
  }

  private static void keepLast(MemorySegment cores) {
    boolean kept = false;
    for (long word = BYTES / Long.BYTES - 1; word >= 0; word--) {
      long bits = cores.getAtIndex(ValueLayout.JAVA_LONG, word);
      cores.setAtIndex(ValueLayout.JAVA_LONG, word, kept ? 0L : Long.highestOneBit(bits));
      kept |= bits != 0;
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    return linker.downcallHandle(
        library.findOrThrow(name),
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS));
  }
}
