package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.Need;
import lab.carousel.model.Hyperparameters;
import lab.carousel.training.RunState;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.BeforeEach;

/** The window, and how a user does what a step of a lesson waits for. */
abstract class LessonNeedsFixture extends MainWindowFixture {

    @BeforeEach
    void withAClass() {
        robot.interact(() -> workspace.lesson().audienceProperty().set(Audience.CLASS));
    }

    LessonProgress progress() {
        return window.lessons().player().progress().orElseThrow();
    }

    void meet(Need need) {
        if (need instanceof Need.Reached made && made.count() == Need.Reached.Count.UPDATES) {
            for (int update = 1; update <= made.number(); update++) {
                int next = update;
                fire("step");
                await(() -> workspace.updates() >= next);
            }
        } else if (need instanceof Need.Changed changed) {
            change(changed.name().key());
        } else if (need instanceof Need.ValueChosen chosen) {
            if (isOnScreen("trains")) {
                goOnWithOnlyTheOutput();
            } else {
                robot.interact(() -> ((CheckBox) find("updateIntervalWord")).fire());
            }
            Hyperparameters now =
                    workspace.lab().editedProperty().get().orElseThrow().hyperparameters();
            assertThat(chosen.set().apply(now))
                    .as("the only values that lessons ask for")
                    .isEqualTo(now);
        } else if (need instanceof Need.PlaceShown shown) {
            showPlace(shown.place());
        } else if (need instanceof Need.Reached) {
            Frames.letGoOn();
            play();
            await(() -> progress().missing().stream().noneMatch(need.words()::equals));
            fire("play");
            Frames.rest();
        } else {
            play();
        }
    }

    /** Plays, unless it has ended or goes on by itself, as it does after a change. */
    private void play() {
        await(() -> workspace.state() != RunState.PREPARING);
        robot.interact(() -> {
            if (workspace.state() == RunState.PAUSED) {
                ((ButtonBase) find("play")).fire();
            }
        });
    }

    private void goOnWithOnlyTheOutput() {
        play();
        await(() -> workspace.state() == RunState.FINISHED);
        await(() -> !find("historyContinue").isDisabled());
        fire("historyContinue");
        await(() -> workspace.state() == RunState.PAUSED);
        robot.interact(() -> ((ComboBox<?>) find("trains")).getSelectionModel().selectLast());
        type("learningRate", "0.1");
        type("epochs", "2000");
    }

    private void change(String label) {
        switch (label.split("\\.")[1]) {
            case "seed" -> type("seed", "77");
            case "inputGateBias" -> type("inputGateBias", "-5");
            case "lag" -> type("lag", "4");
            case "cell" ->
                robot.interact(() -> {
                    ComboBox<?> cells = (ComboBox<?>) find("cell");
                    int now = cells.getSelectionModel().getSelectedIndex();
                    cells.getSelectionModel().select(now == 1 ? 2 : 1);
                });
            default -> throw new AssertionError(label + " is not changed by this test yet");
        }
    }
}
