package org.spikeledger.models.nir;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** A dataset of an HDF5 file: its declared sizes are checked before anything is read. */
final class HdfDataset {

  private final HdfSource source;
  private final Dataset dataset;
  private final String where;

  HdfDataset(HdfSource source, Dataset dataset, String path) {
    this.source = source;
    this.dataset = dataset;
    where = "dataset=" + path;
  }

  /** Numbers of any width and layout. */
  NumericField numbers() {
    return HdfDamage.guard(where, this::readNumbers);
  }

  /** Whether this holds texts, of fixed or variable length. */
  boolean isText() {
    return HdfDamage.guard(where, () -> isText(dataset.getDataType()));
  }

  /** The declared extents, outermost first; none for a scalar. */
  List<Integer> dimensions() {
    return HdfDamage.guard(where, () -> Arrays.stream(checkedDimensions()).boxed().toList());
  }

  /** One text. */
  String text() {
    List<String> texts = texts();
    if (texts.size() != 1) {
      throw new BadInputException("one text is expected: texts=" + texts.size() + " " + where);
    }
    return texts.getFirst();
  }

  /** Texts, of fixed or variable length, the last dimension running fastest. */
  List<String> texts() {
    return HdfDamage.guard(where, this::readTexts);
  }

  /** Pairs of texts, (pairs, 2); an empty dataset of any type has none. */
  List<Map.Entry<String, String>> textPairs() {
    long[] dimensions = HdfDamage.guard(where, dataset::getDimensionsAsLong);
    if (dimensions.length > 0 && dimensions[0] == 0) {
      return List.of();
    }
    if (dimensions.length != 2 || dimensions[1] != 2) {
      throw new BadInputException(
          "pairs of texts are expected: dimensions=" + Arrays.toString(dimensions) + " " + where);
    }
    List<String> texts = texts();
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      pairs.add(Map.entry(texts.get(i), texts.get(i + 1)));
    }
    return pairs;
  }

  private NumericField readNumbers() {
    DataType type = dataset.getDataType();
    if (!(type instanceof FloatingPoint || type instanceof FixedPoint)) {
      throw new BadInputException("numbers are expected: " + where);
    }
    int[] dimensions = checkedDimensions();
    if (NumericField.count(dimensions) == 0) {
      throw new BadInputException("a dataset of numbers is not empty: " + where);
    }
    checkStorage();
    return new NumericField(dimensions, dataset.getDataFlat());
  }

  /**
   * Float32 numbers: those of a large dataset without compression stay in the file, others are
   * rounded to float32 once.
   */
  Tensor tensor() {
    return HdfDamage.guard(where, this::readTensor);
  }

  private Tensor readTensor() {
    boolean sliced =
        dataset instanceof ContiguousDataset
            && dataset.getDataType() instanceof FloatingPoint
            && dataset.getDataType().getSize() == Float.BYTES
            && dataset.getSizeInBytes() >= HdfLimits.SMALLEST_SLICED;
    if (!sliced) {
      return readNumbers().toTensor();
    }
    Shape shape = Shape.of(checkedDimensions());
    checkStorage();
    FloatingPoint type = (FloatingPoint) dataset.getDataType();
    long address = ((ContiguousDataset) dataset).getDataAddress();
    if (address < 0 || address > source.bytes() - dataset.getSizeInBytes()) {
      throw new BadInputException(
          "a dataset's values were written and lie in the file: address=%d bytes=%d file=%d %s"
              .formatted(address, dataset.getSizeInBytes(), source.bytes(), where));
    }
    return Tensor.sliced(shape, source.slices(address, type.getByteOrder()));
  }

  private List<String> readTexts() {
    DataType type = dataset.getDataType();
    if (!isText(type)) {
      throw new BadInputException("texts are expected: " + where);
    }
    int[] dimensions = checkedDimensions();
    long count = NumericField.count(dimensions);
    if (count > HdfLimits.TEXTS) {
      throw new BadInputException(
          "a dataset has at most %d texts: texts=%d %s".formatted(HdfLimits.TEXTS, count, where));
    }
    checkStorage();
    return type instanceof VariableLength
        ? new HeapTexts(source.file(), dataset, where).read((int) count)
        : FixedTexts.read(dataset.getDataFlat(), where);
  }

  private static boolean isText(DataType type) {
    return type instanceof StringData
        || (type instanceof VariableLength variable && variable.isVariableLengthString());
  }

  private int[] checkedDimensions() {
    long[] declared = dataset.getDimensionsAsLong();
    if (declared.length > HdfLimits.RANK) {
      throw new BadInputException(
          "a dataset has at most %d dimensions: dimensions=%d %s"
              .formatted(HdfLimits.RANK, declared.length, where));
    }
    int[] dimensions = new int[declared.length];
    long bytes = Math.max(1, dataset.getDataType().getSize());
    for (int i = 0; i < declared.length; i++) {
      if (declared[i] < 0 || declared[i] > HdfLimits.DATASET_BYTES) {
        throw tooLarge(declared[i]);
      }
      bytes *= Math.max(1, declared[i]);
      if (bytes > HdfLimits.DATASET_BYTES) {
        throw tooLarge(bytes);
      }
      dimensions[i] = (int) declared[i];
    }
    source.unpack(bytes, where);
    return dimensions;
  }

  private void checkStorage() {
    if (dataset instanceof ChunkedDataset chunked) {
      new ChunkCheck(chunked, where).check();
    } else if (dataset.getSizeInBytes() > source.bytes()) {
      throw new BadInputException(
          "a dataset without compression is not larger than its file: bytes=%d fileBytes=%d %s"
              .formatted(dataset.getSizeInBytes(), source.bytes(), where));
    }
  }

  private BadInputException tooLarge(long bytes) {
    return new BadInputException(
        "a dataset holds at most %d bytes: bytes=%d %s"
            .formatted(HdfLimits.DATASET_BYTES, bytes, where));
  }
}
