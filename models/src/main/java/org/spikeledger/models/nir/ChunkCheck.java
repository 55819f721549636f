package org.spikeledger.models.nir;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.spikeledger.models.BadInputException;

/**
 * Checks a chunked dataset before it is unpacked: the filters are known, the chunks few enough, and
 * no chunk inflates to more than its size, which the library itself does not bound.
 */
final class ChunkCheck {

  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER = 3;

  /** Deflate gives at most this many bytes for one. */
  private static final long LARGEST_RATIO = 1032;

  /** A chunk that cannot inflate beyond this is not worth inflating twice. */
  private static final long HARMLESS_BYTES = 1L << 26;

  private static final long MOST_CHUNKS = 1L << 20;

  private final ChunkedDataset dataset;
  private final String where;

  ChunkCheck(ChunkedDataset dataset, String where) {
    this.dataset = dataset;
    this.where = where;
  }

  void check() {
    boolean deflated = false;
    List<PipelineFilterWithData> filters = dataset.getFilters();
    for (PipelineFilterWithData filter : filters) {
      int id = filter.getId();
      if (id != DEFLATE && id != SHUFFLE && id != FLETCHER) {
        throw new BadInputException(
            "the filter is not supported: filter=" + filter.getName() + " " + where);
      }
      if (deflated && id == DEFLATE) {
        throw new BadInputException("a chunk is deflated once: " + where);
      }
      deflated |= id == DEFLATE;
    }
    long chunkBytes = chunkBytes();
    long grid = chunkGrid();
    if (grid > MOST_CHUNKS) {
      throw new BadInputException(
          "a dataset has at most %d chunks: chunks=%d %s".formatted(MOST_CHUNKS, grid, where));
    }
    if (deflated && dataset.getStorageInBytes() * LARGEST_RATIO > HARMLESS_BYTES) {
      checkInflation(grid, chunkBytes);
    }
  }

  private long chunkBytes() {
    long bytes = Math.max(1, dataset.getDataType().getSize());
    for (int extent : dataset.getChunkDimensions()) {
      if (extent < 1) {
        throw new BadInputException(
            "a chunk's extent is at least 1: extent=" + extent + " " + where);
      }
      bytes *= extent;
      if (bytes > HdfLimits.DATASET_BYTES) {
        throw new BadInputException(
            "a chunk holds at most %d bytes: bytes=%d %s"
                .formatted(HdfLimits.DATASET_BYTES, bytes, where));
      }
    }
    return bytes;
  }

  private long chunkGrid() {
    long[] dimensions = dataset.getDimensionsAsLong();
    int[] chunk = dataset.getChunkDimensions();
    if (chunk.length != dimensions.length) {
      throw new BadInputException(
          "a chunk has the dataset's number of dimensions: chunk=%d dataset=%d %s"
              .formatted(chunk.length, dimensions.length, where));
    }
    long chunks = 1;
    for (int i = 0; i < chunk.length; i++) {
      chunks *= Math.ceilDiv(dimensions[i], chunk[i]);
      if (chunks > MOST_CHUNKS) {
        break;
      }
    }
    return chunks;
  }

  private void checkInflation(long grid, long chunkBytes) {
    int[] chunk = dataset.getChunkDimensions();
    long[] dimensions = dataset.getDimensionsAsLong();
    for (long index = 0; index < grid; index++) {
      int[] offset = new int[chunk.length];
      long rest = index;
      for (int i = chunk.length - 1; i >= 0; i--) {
        long along = Math.ceilDiv(dimensions[i], chunk[i]);
        offset[i] = Math.toIntExact(rest % along * chunk[i]);
        rest /= along;
      }
      checkInflation(dataset.getRawChunkBuffer(offset), chunkBytes);
    }
  }

  private void checkInflation(ByteBuffer packed, long chunkBytes) {
    byte[] scratch = new byte[1 << 16];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      while (!inflater.finished()) {
        int count = inflater.inflate(scratch);
        if (count == 0 && !inflater.finished()) {
          throw new BadInputException(
              "a chunk ends after its data, and needs no dictionary: " + where);
        }
        if (inflater.getBytesWritten() > chunkBytes) {
          throw new BadInputException(
              "a chunk unpacks to at most its size: bytes=%d %s".formatted(chunkBytes, where));
        }
      }
    } catch (DataFormatException damaged) {
      throw new BadInputException("a chunk is damaged: " + where, damaged);
    }
  }
}
