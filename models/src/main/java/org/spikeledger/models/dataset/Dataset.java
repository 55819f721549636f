package org.spikeledger.models.dataset;

import java.util.List;
import org.spikeledger.models.graph.Shape;

/** Images with one label each, in a fixed order. Immutable, safe for several threads. */
public interface Dataset {

  /** A short name for reports, such as {@code fashion-mnist/test}. */
  String name();

  /** The number of images. */
  int size();

  /** (channels, rows, columns) of every image. */
  Shape imageShape();

  /** The names of the classes; a label is an index into this list. */
  List<String> classNames();

  /** The number of classes. */
  default int classes() {
    return classNames().size();
  }

  /**
   * Copies an image.
   *
   * @param index 0 to size - 1
   * @param pixels receives the unsigned bytes in order of channel, row, column, from its index 0
   */
  void image(int index, byte[] pixels);

  /** The label of an image: 0 to classes - 1. */
  int label(int index);
}
