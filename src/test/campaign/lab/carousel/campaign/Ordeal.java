package lab.carousel.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Something that files have to stand, over and over, each time a little different. */
abstract class Ordeal {

    final SplittableRandom random;
    final Path folder;
    /** What should not have happened, in words. */
    final List<String> falls = new ArrayList<>();

    Ordeal(SplittableRandom random, Path folder) {
        this.random = random;
        this.folder = folder;
    }
}
