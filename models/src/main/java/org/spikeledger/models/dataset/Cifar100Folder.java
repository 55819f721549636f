package org.spikeledger.models.dataset;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * CIFAR-100 in its binary version (Krizhevsky 2009): a folder with {@code train.bin} and {@code
 * test.bin}. A record is the label among 20 groups, which is passed over, the label among 100
 * classes, then 32 x 32 bytes of red, of green and of blue.
 */
public final class Cifar100Folder {

  /** The names of the hundred classes, by label. */
  public static final List<String> CLASS_NAMES =
      List.of(
          """
          apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus \
          butterfly camel can castle caterpillar cattle chair chimpanzee clock cloud cockroach \
          couch crab crocodile cup dinosaur dolphin elephant flatfish forest fox girl hamster \
          house kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree \
          motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear \
          pickup_truck pine_tree plain plate poppy porcupine possum rabbit raccoon ray road rocket \
          rose sea seal shark shrew skunk skyscraper snail snake spider squirrel streetcar \
          sunflower sweet_pepper table tank telephone television tiger tractor train trout tulip \
          turtle wardrobe whale willow_tree wolf woman worm\
          """
              .split(" ", -1));

  private static final CifarFiles FILES = new CifarFiles("CIFAR-100", 2);

  private Cifar100Folder() {}

  /**
   * Reads one part.
   *
   * @throws BadInputException of one line, naming the file
   */
  public static Dataset open(Path folder, Split split) {
    String part = split == Split.TRAIN ? "train" : "test";
    return FILES.open("cifar100/" + part, List.of(folder.resolve(part + ".bin")), CLASS_NAMES);
  }
}
