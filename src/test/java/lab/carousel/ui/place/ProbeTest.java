package lab.carousel.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import lab.carousel.lesson.PlaceName;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.state.TraceService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(InWindow.class)
class ProbeTest {

    private static final String EMPTY = "The network is being prepared";

    /** What waits to be worked out; done when a test says so. */
    private final List<Runnable> work = new ArrayList<>();

    private final Background background = Background.byName(name -> work::add, Runnable::run, System::nanoTime);
    private final TraceService traces = new TraceService(Background.synchronous());
    private Probe<Integer> place;

    private final SimpleObjectProperty<Function<Integer, Asked<Integer>>> chosen =
            new SimpleObjectProperty<>(Asked::of);
    private final SimpleObjectProperty<Integer> frame = new SimpleObjectProperty<>(0);
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            Form form = new Form(PlaceName.FREE_RUN);
            form.asksAgain(chosen);
            form.asksAgain(frame.map(now -> Optional.of(now < 100)));
            place = new Probe<>(
                            new PlaceContext(
                                    background,
                                    traces,
                                    new Selection(),
                                    new SimpleObjectProperty<>(),
                                    (edited, name) -> {}),
                            form,
                            traced -> chosen.get()
                                    .apply(traced.snapshot().position().epoch()),
                            epoch -> answer("epoch " + epoch))
                    .open(new Label("controls"));
            // Only what is part of a window is seen
            new Scene(place.view());
        });
    }

    private Shown answer(String words) {
        return new Shown(null, "a sample", words).then(() -> shown.add(words));
    }

    private void trace(FxRobot robot, int epoch) {
        robot.interact(() -> traces.request(SampleSnapshot.reference(epoch)));
    }

    private void choose(FxRobot robot, Function<Integer, Asked<Integer>> asked) {
        robot.interact(() -> chosen.set(asked));
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
        assertThat(place.shown().isPresent()).isFalse();
        work(robot);
        assertThat(shown).containsExactly("epoch 3");
        assertThat(place.drawing().getAccessibleText()).isEqualTo("epoch 3");
        robot.interact(traces::clear);
        assertThat(instead()).startsWith(EMPTY);
        assertThat(place.shown().isPresent()).isFalse();
    }

    @Test
    void answersTheNewestOfTheQuestionsThatWait(FxRobot robot) {
        trace(robot, 1);
        trace(robot, 2);
        trace(robot, 3);
        work(robot);
        assertThat(shown).containsExactly("epoch 3");
    }

    @Test
    void asksAgainOnlyWhereAValueIsAnotherOne(FxRobot robot) {
        trace(robot, 1);
        work(robot);
        robot.interact(() -> frame.set(1));
        robot.interact(() -> frame.set(99));
        assertThat(work).isEmpty();
        robot.interact(() -> frame.set(100));
        assertThat(work).isNotEmpty();
    }

    @Test
    void showsNoAnswerToWhatIsNoLongerAsked(FxRobot robot) {
        trace(robot, 1);
        choose(robot, epoch -> Asked.nothing());
        work(robot);
        assertThat(shown).isEmpty();
        assertThat(instead()).as("what can be chosen stays").isEmpty();
        choose(robot, Asked::of);
        work(robot);
        assertThat(shown).containsExactly("epoch 1");
        choose(robot, epoch -> Asked.instead("one is not enough"));
        assertThat(instead()).isEqualTo("one is not enough");
        assertThat(place.shown().isPresent()).isFalse();
    }

    @Test
    void keepsTheAnswerWhileWhatIsTypedCannotBeAsked(FxRobot robot) {
        trace(robot, 1);
        work(robot);
        choose(robot, epoch -> Asked.asBefore());
        assertThat(work).isEmpty();
        assertThat(place.shown().isPresent()).isTrue();
    }

    @Test
    void asksNothingWhileItIsNotSeen(FxRobot robot) {
        robot.interact(() -> place.view().setVisible(false));
        trace(robot, 5);
        robot.interact(() -> place.update());
        assertThat(work).isEmpty();
        robot.interact(() -> place.view().setVisible(true));
        work(robot);
        assertThat(shown).containsExactly("epoch 5");
    }

    @Test
    void answersNothingAfterItWasClosed(FxRobot robot) {
        trace(robot, 1);
        robot.interact(place::close);
        work(robot);
        assertThat(shown).isEmpty();
    }
}
