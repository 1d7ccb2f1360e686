package lab.carousel.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(InWindow.class)
class AskingPlaceTest {

    private static final String EMPTY = "As soon as there is a network";

    /** What waits to be worked out; done when a test says so. */
    private final List<Runnable> work = new ArrayList<>();

    private final Background background = new Background(work::add, Runnable::run);
    private final TraceService traces = new TraceService(Background.synchronous());
    private Sample place;

    /** Its answer names the epoch. */
    private record SampleAnswer(String subtitle) implements PlaceAnswer {

        @Override
        public Drawing drawing() {
            return null;
        }

        @Override
        public String title() {
            return "a sample";
        }

        @Override
        public Picture picture(Palette palette) {
            return null;
        }
    }

    private static final class Sample extends AskingPlace<Integer, SampleAnswer> {

        private final SimpleObjectProperty<Function<Integer, Asked<Integer>>> chosen =
                new SimpleObjectProperty<>(Asked::of);
        private final List<String> shown = new ArrayList<>();

        Sample(Background background, TraceService traces) {
            super(background, "freeRun", PlaceKind.SEE, traces, epoch -> new SampleAnswer("epoch " + epoch));
            open(new Label("controls"), chosen);
        }

        @Override
        protected Asked<Integer> question(TracedSnapshot traced) {
            return chosen.get().apply(traced.snapshot().position().epoch());
        }

        @Override
        protected void show(SampleAnswer answer) {
            shown.add(answer.subtitle());
        }

        boolean hasAnswer() {
            return shown().isPresent();
        }
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            place = new Sample(background, traces);
            // Only what is part of a window is seen
            new Scene(place.view());
        });
    }

    private void trace(FxRobot robot, int epoch) {
        robot.interact(() -> traces.request(SampleSnapshot.reference(epoch)));
    }

    private void choose(FxRobot robot, Function<Integer, Asked<Integer>> asked) {
        robot.interact(() -> place.chosen.set(asked));
    }

    private void work(FxRobot robot) {
        robot.interact(() -> {
            while (!work.isEmpty()) {
                work.remove(0).run();
            }
        });
    }

    private String instead() {
        Label words = (Label) place.view().lookup("#freeRunEmpty");
        return words.isVisible() ? words.getText() : "";
    }

    @Test
    void saysWhatWillBeSeenUntilThereIsANetwork(FxRobot robot) {
        assertThat(instead()).startsWith(EMPTY);
        trace(robot, 3);
        assertThat(instead()).isEmpty();
        assertThat(place.hasAnswer()).isFalse();
        work(robot);
        assertThat(place.shown).containsExactly("epoch 3");
        assertThat(place.drawing().getAccessibleText()).isEqualTo("epoch 3");
        robot.interact(traces::clear);
        assertThat(instead()).startsWith(EMPTY);
        assertThat(place.hasAnswer()).isFalse();
    }

    @Test
    void answersTheNewestOfTheQuestionsThatWait(FxRobot robot) {
        trace(robot, 1);
        trace(robot, 2);
        trace(robot, 3);
        work(robot);
        assertThat(place.shown).containsExactly("epoch 3");
    }

    @Test
    void showsNoAnswerToWhatIsNoLongerAsked(FxRobot robot) {
        trace(robot, 1);
        choose(robot, epoch -> Asked.nothing());
        work(robot);
        assertThat(place.shown).isEmpty();
        assertThat(instead()).as("what can be chosen stays").isEmpty();
        choose(robot, Asked::of);
        work(robot);
        assertThat(place.shown).containsExactly("epoch 1");
        choose(robot, epoch -> Asked.instead("one is not enough"));
        assertThat(instead()).isEqualTo("one is not enough");
        assertThat(place.hasAnswer()).isFalse();
    }

    @Test
    void keepsTheAnswerWhileWhatIsTypedCannotBeAsked(FxRobot robot) {
        trace(robot, 1);
        work(robot);
        choose(robot, epoch -> Asked.asBefore());
        assertThat(work).isEmpty();
        assertThat(place.hasAnswer()).isTrue();
    }

    @Test
    void asksNothingWhileItIsNotSeen(FxRobot robot) {
        robot.interact(() -> place.view().setVisible(false));
        trace(robot, 5);
        robot.interact(place::update);
        assertThat(work).isEmpty();
        robot.interact(() -> place.view().setVisible(true));
        work(robot);
        assertThat(place.shown).containsExactly("epoch 5");
    }

    @Test
    void answersNothingAfterItWasClosed(FxRobot robot) {
        trace(robot, 1);
        robot.interact(place::close);
        work(robot);
        assertThat(place.shown).isEmpty();
    }
}
