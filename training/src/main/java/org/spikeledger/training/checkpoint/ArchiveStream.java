package org.spikeledger.training.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;
import org.bytedeco.pytorch.OutputArchive;

/** Takes an archive's bytes out of libtorch, so that writing them, and failing to, is ours. */
final class ArchiveStream extends ArchiveWriter {
  private final OutputStream target;
  private IOException failure;

  private ArchiveStream(OutputStream target) {
    this.target = target;
  }

  static void save(OutputArchive archive, OutputStream target) throws IOException {
    try (ArchiveStream stream = new ArchiveStream(target)) {
      archive.save_to(stream);
      if (stream.failure != null) {
        throw stream.failure;
      }
    }
  }

  /** Says that all went well even where it did not: libtorch has no clean way back from here. */
  @Override
  public long call(Pointer bytes, long length) {
    try {
      if (failure == null) {
        byte[] copy = new byte[Math.toIntExact(length)];
        new BytePointer(bytes).get(copy);
        target.write(copy);
      }
    } catch (IOException e) {
      failure = e;
    }
    return length;
  }
}
