package lab.carousel.ui.toolbar;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.training.Pace;
import lab.carousel.training.PaceUnit;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;

final class SpeedControl extends VBox {

    private static final double WIDTH = 96;

    private final ObjectProperty<Pace> pace;
    private final Slider slider = named(new Slider(0, SpeedScale.fastest(), SpeedScale.fastest()), "speed");
    /** The pace before the fastest one was asked for by its key. */
    private Pace before = Pace.FIRST;

    SpeedControl(Commands commands, ObjectProperty<Pace> pace) {
        super(4);
        commands.add("toolbar", "faster", "toolbar.faster", () -> change(1), "Plus")
                .within(slider);
        commands.add("toolbar", "slower", "toolbar.slower", () -> change(-1), "Minus")
                .within(slider);
        commands.add("toolbar", "fastest", "toolbar.fastest", this::fastestOrBack, "Multiply")
                .within(slider);
        this.pace = pace;
        setAlignment(Pos.CENTER_LEFT);
        slider.setPrefWidth(WIDTH);
        slider.setMinWidth(WIDTH);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        Tip.put(slider, Message.text("toolbar.speed.hint"));
        Label words = whole(named(new Label(), "speedWords"));
        words.textProperty().bind(words());
        String name = Message.text("toolbar.speed");
        slider.accessibleTextProperty().bind(words().map(now -> Message.text("ui.value", name, now)));
        // The words say what it is: beside its name they would make the window wider than the smallest screen in
        // German
        getChildren().addAll(words, slider);
        slider.setValue(SpeedScale.placeOf(pace.get()));
        slider.valueProperty().addListener((observable, was, now) -> chosen(now.doubleValue()));
        WindowListeners.of(this, pace, (observable, was, now) -> slider.setValue(SpeedScale.placeOf(now)));
    }

    private void chosen(double place) {
        // A pace between two places, which a lesson may set, stays until another place is chosen
        if (Math.round(place) != SpeedScale.placeOf(pace.get())) {
            pace.set(SpeedScale.at(place));
        }
    }

    ObservableValue<String> words() {
        return pace.when(WindowListeners.isInWindow(this)).map(SpeedScale::words);
    }

    /** Changes the pace by so many places; a negative number makes it slower. */
    void change(int places) {
        pace.set(SpeedScale.at(SpeedScale.placeOf(pace.get()) + places));
    }

    /** As fast as it goes; if it already does, back to the pace before. */
    void fastestOrBack() {
        if (pace.get().equals(Pace.FASTEST)) {
            pace.set(before);
        } else {
            before = pace.get();
            pace.set(Pace.FASTEST);
        }
    }

    /** The paces that the speed slider offers, from one update per second to as fast as it goes. */
    static final class SpeedScale {

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

        static String words(Pace pace) {
            if (pace.equals(Pace.FASTEST)) {
                return Message.text("toolbar.speed.fastest");
            }
            return Message.text(
                    pace.unit() == PaceUnit.EPOCHS ? "toolbar.speed.epochs" : "toolbar.speed.updates",
                    pace.perSecond());
        }
    }
}
