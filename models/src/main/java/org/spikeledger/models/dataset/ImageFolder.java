package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;

/**
 * Pictures in folders named by their class, as ImageNet is laid out: {@code train/CLASS/PICTURE},
 * and {@code test/CLASS/PICTURE} or {@code val/CLASS/PICTURE}. Classes and pictures are in the
 * order of their names' code units.
 *
 * <p>All become squares of one side: that of the first training picture (of the first one at hand)
 * where it is square and of at most 128 pixels, else 224. A picture is cut to the square in its
 * middle, for a side of 224 to 7/8 of that, and resized. It is decoded whenever it is asked for.
 */
public final class ImageFolder {
  private static final int LARGEST_OWN_SIDE = 128;
  private static final int USUAL_SIDE = 224;
  private static final int MOST_PICTURES = 5_000_000;
  private static final int MOST_CLASSES = 65_536;
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif");

  private ImageFolder() {}

  /**
   * Lists the files of one part.
   *
   * @throws BadInputException of one line, naming the folder or file
   */
  public static Dataset open(Path folder, Split split) {
    Path training = folder.resolve("train");
    Path part = split == Split.TRAIN ? training : testPart(folder);
    boolean both = Files.isDirectory(training);
    List<String> classes = names(both ? training : part, true);
    Map<String, Integer> labelOf = new HashMap<>();
    classes.forEach(name -> labelOf.put(name, labelOf.size()));
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String name : names(part, true)) {
      Integer label = labelOf.get(name);
      if (label == null) {
        throw new BadInputException(
            "a class is one of the training part: class=%s folder=%s".formatted(name, part));
      }
      for (String picture : names(part.resolve(name), false)) {
        files.add(part.resolve(name).resolve(picture));
        labels.add(label);
      }
    }
    check(part, classes, files);
    Path first = both ? first(training, classes) : files.getFirst();
    String name = "images:%s/%s".formatted(folder, part.getFileName());
    return new DecodedPictures(name, side(first), classes, files, labels);
  }

  private static Path testPart(Path folder) {
    Path test = folder.resolve("test");
    Path validation = folder.resolve("val");
    return !Files.isDirectory(test) && Files.isDirectory(validation) ? validation : test;
  }

  private static void check(Path part, List<String> classes, List<Path> files) {
    boolean fits = !files.isEmpty() && files.size() <= MOST_PICTURES;
    if (!fits || classes.size() > MOST_CLASSES) {
      throw new BadInputException(
          "a part has 1 to %d pictures in at most %d classes: pictures=%d classes=%d folder=%s"
              .formatted(MOST_PICTURES, MOST_CLASSES, files.size(), classes.size(), part));
    }
  }

  private static Path first(Path part, List<String> classes) {
    for (String name : classes) {
      List<String> pictures = names(part.resolve(name), false);
      if (!pictures.isEmpty()) {
        return part.resolve(name).resolve(pictures.getFirst());
      }
    }
    throw new BadInputException("a part has at least one picture: folder=" + part);
  }

  private static int side(Path picture) {
    ImageFile.Size size = new ImageFile(picture).size();
    boolean own = size.width() == size.height() && size.width() <= LARGEST_OWN_SIDE;
    return own ? size.width() : USUAL_SIDE;
  }

  private static List<String> names(Path folder, boolean folders) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(
              child ->
                  folders
                      ? Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                      : isPicture(child.getFileName().toString()))
          .map(child -> child.getFileName().toString())
          .limit(MOST_PICTURES + 1L)
          .sorted()
          .toList();
    } catch (NoSuchFileException | NotDirectoryException missing) {
      throw new BadInputException("the folder does not exist: folder=" + folder, missing);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new BadInputException("the folder cannot be read: folder=" + folder, unreadable);
    }
  }

  private static boolean isPicture(String name) {
    return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** The middle of the picture that is kept, in 1/8 of its shorter side. */
  static int share(int side) {
    return side == USUAL_SIDE ? 7 : 8;
  }
}
