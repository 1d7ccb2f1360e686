package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.fit.FitFixture;
import org.junit.jupiter.api.BeforeEach;

/** The window, and how a user does what a step of a lesson waits for. */
abstract class LessonNeedsFixture extends FitFixture {

    /** What else the texts of the shipped lessons ask to be used, by its id. */
    static final Map<String, List<String>> USED = Map.of(
            "tutorial/look", List.of("taskView"),
            "tutorial/update", List.of("step", "microscope"),
            "tutorial/after-the-end", List.of("freeRunStart", "freeRunSteps"),
            "gradient/cut", List.of("step", "microscope"),
            "where-is-the-memory/transplant", List.of("transplantStates", "transplantStep"),
            "where-is-the-memory/lesion", List.of("lesionAdd"),
            "counting/silence", List.of("lesionAdd"),
            "gradient/choose", List.of("play", "pinRun"),
            "race/lstm", List.of("play", "pinRun"),
            "race/others", List.of("play", "pinRun"));

    @BeforeEach
    void withAClass() {
        robot.interact(() -> workspace.lesson().audienceProperty().set(Audience.CLASS));
    }

    @Override
    protected void speak(Language language) {
        super.speak(language);
        withAClass();
    }

    /** Enters a step as by the menu: what the steps before set up is set up, and nothing that they ask for is done. */
    void enter(TaughtStep at) {
        boolean isTaken = window.lessons()
                .player()
                .progress()
                .filter(now -> now.original().name().equals(at.lesson().name()))
                .isPresent();
        if (isTaken && progress().number() != at.number()) {
            choose("lessonWhere", "lessonStep" + at.number());
        } else if (!isTaken) {
            robot.interact(() -> window.lessons().player().start(at.lesson(), at.number()));
        }
    }

    /** Chooses the first answer, and commits to it. */
    static void commit() {
        fire("lessonChoice1");
        fire("lessonReveal");
    }

    LessonProgress progress() {
        return window.lessons().player().progress().orElseThrow();
    }

    void meet(Need need) {
        if (need instanceof Need.Reached made && made.count() == Need.Reached.Count.UPDATES) {
            for (int update = 1; update <= made.number(); update++) {
                int next = update;
                fire("step");
                await(() -> workspace.run().updates() >= next);
            }
        } else if (need instanceof Need.Changed changed) {
            change(changed.name().key());
        } else if (need instanceof Need.ValueChosen chosen) {
            if (isOnScreen("trains")) {
                trainOnlyTheOutput();
            } else {
                robot.interact(() -> ((CheckBox) find("updateIntervalWord")).fire());
            }
            Hyperparameters now =
                    workspace.lab().editedProperty().get().orElseThrow().hyperparameters();
            assertThat(chosen.set().apply(now))
                    .as("the only values that lessons ask for")
                    .isEqualTo(now);
        } else if (need instanceof Need.ContinuedFrom) {
            play();
            await(() -> workspace.run().state() == RunState.FINISHED);
            await(() -> !find("historyContinue").isDisabled());
            fire("historyContinue");
            await(() -> workspace.run().state() == RunState.PAUSED);
        } else if (need instanceof Need.TrainedWith trained) {
            trained.values()
                    .conditions()
                    .forEach(wanted -> set(wanted.reads(), wanted.value().toString()));
            play();
        } else if (need instanceof Need.Silenced silenced) {
            showPlace("lesion");
            type("lesionUnitsField", "1-" + silenced.units());
            await(() -> !find("lesionAdd").isDisabled());
            fire("lesionAdd");
        } else if (need instanceof Need.Transplanted moved) {
            showPlace("transplant");
            String state = moved.state().equals("c") ? "CELL_STATE" : "HIDDEN_STATE";
            await(() -> isThere("transplantStates-" + state));
            fire("transplantStates-" + state);
        } else if (need instanceof Need.AutomatonFound found) {
            if (!found.isLesioned()) {
                play();
            }
            showPlace("automaton");
            for (int unit = 1; found.isLesioned() && progress().missing().contains(need.words()); unit++) {
                type("automatonSilencedField", Integer.toString(unit));
            }
        } else if (need instanceof Need.QuantityShown shown) {
            choose(shown);
        } else if (need instanceof Need.StepByStepShown) {
            fire("stepByStep");
        } else if (need instanceof Need.TrainedAlike) {
            set("resetPolicy", "after epoch");
            play();
            await(() -> workspace.run().state() == RunState.FINISHED);
            assertThat(progress().missing()).as("the wrong reset").contains(need.words());
            set("resetPolicy", "after sequence");
            play();
        } else if (need instanceof Need.UnderFloors) {
            set("epochs", "20");
            play();
            await(() -> workspace.run().state() == RunState.FINISHED);
            assertThat(progress().missing()).as("a run on the floor").contains(need.words());
            set("epochs", "300");
            set("updateInterval", "whole sequence");
            play();
        } else if (need instanceof Need.RunPinned) {
            play();
            await(() -> workspace.run().state() == RunState.FINISHED);
            pin();
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
        await(() -> workspace.run().state() != RunState.PREPARING);
        robot.interact(() -> {
            if (workspace.run().state() == RunState.PAUSED) {
                ((ButtonBase) find("play")).fire();
            }
        });
    }

    private void choose(Need.QuantityShown shown) {
        robot.interact(() -> window.lookup("#stateLayers").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(shown.letter()))
                .forEach(ToggleButton::fire));
    }

    private static void trainOnlyTheOutput() {
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

    /** With the controls that can be seen, as a user does. */
    void set(String name, String value) {
        robot.interact(() -> Stream.of("NETWORK", "LEARNING", "TRAINING")
                .map(group -> window.lookup("#group-" + group))
                .filter(header -> header != null && FirstControl.isOnScreen(header))
                .forEach(header -> ((ToggleButton) header).setSelected(true)));
        for (String id : List.of(name + "Word", name, name.equals("lossWeighting") ? "lossOn" : name)) {
            Node control = window.lookup("#" + id);
            if (value(name).equals(value) || !isSeen(id)) {
                continue;
            }
            if (control instanceof CheckBox word && word.isSelected() == Character.isDigit(value.charAt(0))) {
                robot.interact(word::fire);
            } else if (control instanceof ComboBox<?> choices) {
                for (int at = 0; at < choices.getItems().size() && !value(name).equals(value); at++) {
                    int choice = at;
                    robot.interact(() -> choices.getSelectionModel().select(choice));
                }
            } else if (control instanceof TextInputControl && !control.isDisabled()) {
                type(id, value);
            }
        }
    }

    String value(String name) {
        Experiment edited = workspace.lab().editedProperty().get().orElseThrow();
        return ExperimentFile.WITHIN
                .write(edited)
                .at("/hyperparameters/" + name)
                .asText()
                .replaceFirst("\\.0$", "");
    }

    boolean isSeen(String id) {
        Node node = window.lookup("#" + id);
        return node != null
                && FirstControl.isOnScreen(node)
                && node.getLayoutBounds().getWidth() > 0;
    }

    /** The text of a step needs no scrolling, so that a class sees all of it. */
    void assertIsRead(TaughtStep at) {
        ScrollPane text = (ScrollPane) find("lessonText");
        // What stands in the last step alone comes after all that is read, and the start in the first alone
        double answers = Stream.of(
                        "#lessonAnswers", "#lessonSave", "#lessonTries", at.number() == 1 ? "#none" : "#lessonStart")
                .flatMap(id -> robot.lookup(id).tryQuery().stream())
                .mapToDouble(list -> list.getBoundsInParent().getHeight() + 12)
                .sum();
        assertHasWidth(at.toString());
        double needed = text.getContent().getLayoutBounds().getHeight() - answers;
        double there = text.getViewportBounds().getHeight();
        if (needed > there + 1) {
            found(at.toString(), "the text is " + Math.round(needed) + " high, in " + Math.round(there));
        }
    }

    void assertHasWidth(String where) {
        Region card = (Region) find("lessonCard");
        // What stands around it grows with it, but for the part of the window
        double room = Stream.iterate(card.getParent(), parent -> parent != null, parent -> parent.getParent())
                .mapToDouble(parent -> parent.getLayoutBounds().getWidth())
                .min()
                .orElseThrow();
        if (card.minWidth(-1) > room) {
            found(where, "the card needs a width of " + Math.round(card.minWidth(-1)) + ", in " + Math.round(room));
        }
    }

    /** What is asked about, and to be used, is on the screen: in a class after it has voted. */
    void assertAsked(LessonStep step, String where, List<String> used) {
        Stream<String> about = step.after().observations().stream()
                .flatMap(observation -> observation.about().stream())
                .map(WindowSpot::id);
        // Between frames: while a panel is fitted, it has sizes that are only tried
        robot.interact(() -> Stream.concat(about, used.stream()).forEach(id -> {
            assertThat(isSeen(id)).as(where + ": " + id).isTrue();
            Node node = window.lookup("#" + id);
            assertThat(window.localToScene(window.getLayoutBounds()).getMaxX())
                    .as(where + ": " + id)
                    .isGreaterThanOrEqualTo(
                            node.localToScene(node.getLayoutBounds()).getMaxX() - 1);
        }));
    }
}
