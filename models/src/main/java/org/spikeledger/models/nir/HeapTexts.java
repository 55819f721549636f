package org.spikeledger.models.nir;

import io.jhdf.GlobalHeap;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * Texts of variable length, which lie in global heaps: many elements can point at one large object,
 * so each is measured before it becomes a string. An element is the length (4 bytes), the heap's
 * address and the object's index in it (4 bytes); index 0 is the empty text.
 */
final class HeapTexts {

  private final HdfBackingStorage storage;
  private final Dataset dataset;
  private final String where;
  private final Map<Long, GlobalHeap> heaps = new HashMap<>();

  HeapTexts(HdfFile file, Dataset dataset, String where) {
    storage = file.getHdfBackingStorage();
    this.dataset = dataset;
    this.where = where;
  }

  List<String> read(int count) {
    if (count == 0 || dataset.isEmpty()) {
      return List.of();
    }
    ByteBuffer elements = ((DatasetBase) dataset).getDataBuffer();
    int size = ((VariableLength) dataset.getDataType()).getSize();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(elements.slice(i * size, size).order(ByteOrder.LITTLE_ENDIAN)));
    }
    return texts;
  }

  private String text(ByteBuffer element) {
    long address = storage.getSizeOfOffsets() == 8 ? element.getLong(4) : element.getInt(4);
    int index = element.getInt(4 + storage.getSizeOfOffsets());
    if (index == 0) {
      return "";
    }
    ByteBuffer object =
        heaps.computeIfAbsent(address, at -> new GlobalHeap(storage, at)).getObjectData(index);
    if (object.remaining() > HdfLimits.TEXT_LENGTH) {
      throw new BadInputException(
          "a text has at most %d bytes: bytes=%d %s"
              .formatted(HdfLimits.TEXT_LENGTH, object.remaining(), where));
    }
    return StandardCharsets.UTF_8.decode(object).toString();
  }
}
