package org.spikeledger.traces.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;

class OffsetIndexTest {

  @Test
  void anIndexStaysBoundedAndPointsAtEveryStrideInference() {
    OffsetIndex index = new OffsetIndex();
    long inferences = 5L * OffsetIndex.CAPACITY + 3;
    for (long i = 0; i < inferences; i++) {
      index.add(1000 + 7 * i);
    }
    assertEquals(8, index.stride());
    assertEquals((inferences + 7) / 8, index.size());
    for (int i = 0; i < index.size(); i++) {
      assertEquals(1000 + 7 * 8L * i, index.offset(i));
    }
    assertEquals(inferences, new TraceFooter(inferences, 0, "", index).inferences());
  }

  @Test
  void aFooterThatCountsOtherInferencesThanItsIndexIsRefused() {
    OffsetIndex index = new OffsetIndex();
    index.add(8);
    assertThrows(BadInputException.class, () -> new TraceFooter(2, 0, "", index));
    assertThrows(BadInputException.class, () -> new TraceFooter(-1, 0, "", index));
  }
}
