package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.DatasetSpecification.Format;

class DatasetSpecificationTest {

  @Test
  void knownDatasetsAreUnderstood() {
    assertEquals(
        new DatasetSpecification(Format.FASHION_MNIST, Optional.empty()),
        DatasetSpecification.parse("fashion-mnist"));
    assertEquals(
        new DatasetSpecification(Format.CIFAR10, Optional.of(Path.of("/some/where"))),
        DatasetSpecification.parse("cifar10:/some/where"));
    assertEquals(
        new DatasetSpecification(Format.CIFAR100, Optional.of(Path.of("here"))),
        DatasetSpecification.parse("cifar100:here"));
    assertEquals(
        new DatasetSpecification(Format.IMAGES, Optional.of(Path.of("here"))),
        DatasetSpecification.parse("images:here"));
    assertEquals(
        new DatasetSpecification(Format.IDX, Optional.of(Path.of("C:/digits"))),
        DatasetSpecification.parse("idx:C:/digits"));
  }

  @Test
  void othersAreRefusedWithWhatIsKnown() {
    for (String text :
        List.of("imagenet:DIR", "", "idx", "cifar10:", "fashion-mnist:DIR", "mnist", ":x")) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> DatasetSpecification.parse(text));
      assertEquals(
          "the dataset is not known: dataset="
              + text
              + " known=fashion-mnist, cifar10:DIR, cifar100:DIR, idx:DIR, images:DIR, npy:FILE,"
              + " events:FILE",
          refused.getMessage());
    }
  }

  @Test
  void theBundledSetOpensAndHasNoTrainingImages() {
    DatasetSpecification specification = DatasetSpecification.parse("fashion-mnist");
    assertEquals(10_000, specification.open().size());
    BadInputException refused =
        assertThrows(BadInputException.class, () -> specification.open(Split.TRAIN));
    assertEquals(
        "of fashion-mnist only the test images are bundled: split=train use=idx:DIR",
        refused.getMessage());
  }

  @Test
  void aFolderWithoutTheFilesIsRefusedWhenItIsOpened() {
    assertThrows(
        BadInputException.class, () -> DatasetSpecification.parse("cifar10:nowhere").open());
    for (String name : List.of("idx:nowhere", "cifar100:nowhere", "images:nowhere")) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> DatasetSpecification.parse(name).open());
      assertTrue(refused.getMessage().contains("nowhere"), refused.getMessage());
    }
  }
}
