package lab.carousel.ui.toolbar;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;

/** The paces that the speed slider offers, from one update per second to as fast as it goes. */
final class SpeedScale {

    private static final List<Pace> PACES = List.of(
            new Pace(1),
            new Pace(2),
            new Pace(5),
            new Pace(10),
            Pace.epochs(3),
            Pace.epochs(10),
            Pace.FIRST,
            Pace.epochs(100),
            Pace.epochs(300),
            Pace.FASTEST);

    private SpeedScale() {}

    /** The last place on the slider: as fast as it goes. */
    static int fastest() {
        return PACES.size() - 1;
    }

    /** The pace at a place of the slider, rounded to the nearest. */
    static Pace at(double place) {
        return PACES.get((int) Math.round(Math.max(0, Math.min(fastest(), place))));
    }

    /** The place of a pace: of the fastest one that is no faster in the same unit. */
    static int placeOf(Pace pace) {
        return IntStream.rangeClosed(0, fastest())
                .filter(place -> PACES.get(place).unit() == pace.unit() || pace.equals(Pace.FASTEST))
                .filter(place -> PACES.get(place).perSecond() <= pace.perSecond())
                .max()
                .orElse(0);
    }

    /** A pace in words. */
    static String words(Pace pace) {
        if (pace.equals(Pace.FASTEST)) {
            return Message.text("toolbar.speed.fastest");
        }
        return Message.text(
                pace.unit() == Pace.Unit.EPOCHS ? "toolbar.speed.epochs" : "toolbar.speed.updates", pace.perSecond());
    }
}
