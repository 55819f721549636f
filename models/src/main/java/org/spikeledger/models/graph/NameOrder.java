package org.spikeledger.models.graph;

import java.util.Comparator;

/** The order of node names wherever an order matters: by code points, the same on every machine. */
public enum NameOrder implements Comparator<String> {
  /** Compares code point by code point; a prefix comes first. */
  BY_CODE_POINT;

  @Override
  public int compare(String left, String right) {
    int i = 0;
    while (i < left.length() && i < right.length()) {
      int a = left.codePointAt(i);
      int b = right.codePointAt(i);
      if (a != b) {
        return Integer.compare(a, b);
      }
      i += Character.charCount(a);
    }
    return Integer.compare(left.length(), right.length());
  }
}
