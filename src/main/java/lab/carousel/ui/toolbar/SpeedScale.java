package lab.carousel.ui.toolbar;

import java.util.List;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;

/** The paces that the speed slider offers, from one update per second to as fast as it goes. */
final class SpeedScale {

    private static final List<Pace> PACES = List.of(
            new Pace(1),
            new Pace(2),
            new Pace(5),
            new Pace(10),
            new Pace(25),
            new Pace(50),
            new Pace(100),
            new Pace(250),
            new Pace(500),
            Pace.FASTEST);

    private SpeedScale() {}

    /** The last place on the slider: as fast as it goes. */
    static int fastest() {
        return PACES.size() - 1;
    }

    /** The pace at a place of the slider, rounded to the nearest. */
    static Pace at(double place) {
        return PACES.get((int) Math.round(place));
    }

    /** A pace in words. */
    static String words(Pace pace) {
        return pace.equals(Pace.FASTEST)
                ? Message.text("toolbar.speed.fastest")
                : Message.text("toolbar.speed.updates", pace.updatesPerSecond());
    }
}
