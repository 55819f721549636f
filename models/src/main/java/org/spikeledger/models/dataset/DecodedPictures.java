package org.spikeledger.models.dataset;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.graph.Shape;

/** Files that are decoded when they are asked for. Immutable. */
final class DecodedPictures implements Dataset {

  private final String name;
  private final int side;
  private final List<String> classNames;
  private final List<Path> files;
  private final int[] labels;

  DecodedPictures(
      String name, int side, List<String> classNames, List<Path> files, List<Integer> labels) {
    this.name = name;
    this.side = side;
    this.classNames = List.copyOf(classNames);
    this.files = List.copyOf(files);
    this.labels = labels.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Shape imageShape() {
    return Shape.of(3, side, side);
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void image(int index, byte[] pixels) {
    new ImageFile(files.get(index)).square(ImageFolder.share(side), side, pixels);
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public String toString() {
    return name;
  }
}
