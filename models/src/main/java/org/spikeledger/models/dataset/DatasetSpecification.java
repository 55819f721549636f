package org.spikeledger.models.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.models.BadInputException;

/**
 * A dataset as a person names it: {@code fashion-mnist} (the bundled test images), {@code
 * cifar10:DIR}, {@code cifar100:DIR}, {@code idx:DIR}, {@code images:DIR}.
 *
 * @param format what the files are
 * @param folder where they are; empty for what is bundled
 */
public record DatasetSpecification(Format format, Optional<Path> folder) {

  /** The formats that can be named. */
  public enum Format {
    /** {@link FashionMnist#bundledTest}. */
    FASHION_MNIST,
    /** {@link Cifar10Folder}. */
    CIFAR10,
    /** {@link Cifar100Folder}. */
    CIFAR100,
    /** {@link ImageFolder}. */
    IMAGES,
    /** {@link IdxFolder}. */
    IDX
  }

  /** All that a person may name, as help texts and refusals list it. */
  public static final String KNOWN =
      "fashion-mnist, cifar10:DIR, cifar100:DIR, idx:DIR, images:DIR, npy:FILE, events:FILE";

  /**
   * Understands a name.
   *
   * @throws BadInputException for others, listing what is known
   */
  public static DatasetSpecification parse(String text) {
    int colon = text.indexOf(':');
    String format = colon < 0 ? text : text.substring(0, colon);
    Optional<Path> folder = colon < 0 ? Optional.empty() : Optional.of(path(text, colon + 1));
    Format known =
        switch (format) {
          case "fashion-mnist" -> Format.FASHION_MNIST;
          case "cifar10" -> Format.CIFAR10;
          case "cifar100" -> Format.CIFAR100;
          case "images" -> Format.IMAGES;
          case "idx" -> Format.IDX;
          default -> throw unknown(text);
        };
    if (folder.isPresent() == (known == Format.FASHION_MNIST)) {
      throw unknown(text);
    }
    return new DatasetSpecification(known, folder);
  }

  /** Reads the test images. */
  public Dataset open() {
    return open(Split.TEST);
  }

  /**
   * Reads one part.
   *
   * @throws BadInputException of one line, when files are missing or damaged
   */
  public Dataset open(Split split) {
    return switch (format) {
      case FASHION_MNIST -> bundled(split);
      case CIFAR10 -> Cifar10Folder.open(folder.orElseThrow(), split);
      case CIFAR100 -> Cifar100Folder.open(folder.orElseThrow(), split);
      case IMAGES -> ImageFolder.open(folder.orElseThrow(), split);
      case IDX -> IdxFolder.open(folder.orElseThrow(), split);
    };
  }

  private static Dataset bundled(Split split) {
    if (split != Split.TEST) {
      throw new BadInputException(
          "of fashion-mnist only the test images are bundled: split=train use=idx:DIR");
    }
    return FashionMnist.bundledTest();
  }

  private static Path path(String text, int from) {
    try {
      if (from == text.length()) {
        throw unknown(text);
      }
      return Path.of(text.substring(from));
    } catch (InvalidPathException invalid) {
      throw new BadInputException("a dataset's folder is a path: dataset=" + text, invalid);
    }
  }

  private static BadInputException unknown(String text) {
    return new BadInputException("the dataset is not known: dataset=" + text + " known=" + KNOWN);
  }
}
