package lab.carousel.file.lesson;

import java.util.List;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.Spots;

/** All that a lesson can point to in the window. */
public final class EverySpot {

    /** The places of the microscope and of the operations, in the order of the window. */
    public static final List<String> PLACES = List.of(
            "cell",
            "unit",
            "predictions",
            "update",
            "weights",
            "twoSequences",
            "transplant",
            "lesion",
            "saliency",
            "freeRun",
            "resetSwitch",
            "compare");

    private EverySpot() {}

    /** The lessons that come with the program. */
    public static List<Lesson> lessons() {
        return ShippedLessons.all(Spots.usual());
    }
}
