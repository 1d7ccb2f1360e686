package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import lab.carousel.model.Settings;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.fit.FitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer sees, and how the rest of the lab comes when something needs it. */
class MainWindowSimpleTest extends FitFixture {

    private static final Set<String> FIRST = Set.of(
            "presets",
            "play",
            "showEverything",
            "lessonMenu",
            "helpMenu",
            "sequenceField0",
            "sequenceField1",
            "hiddenUnits",
            "learningRate",
            "updateInterval",
            "updateIntervalWord",
            "epochs");
    private static final Set<String> PICTURES = Set.of("lossPlot", "stateHeatmap", "afterForkDrawing");

    @BeforeEach
    void beNew() {
        robot.interact(() -> {
            workspace.screen().simple().set(true);
            workspace.screen().explained().set(false);
        });
    }

    private boolean isWhole() {
        return isOnScreen("presets") && isOnScreen("history") && isOnScreen("seed") && !isOnScreen("showEverything");
    }

    /** What can be pressed, chosen or typed into, whether by mouse or by keyboard, except pictures. */
    private Set<String> controls() {
        return Nodes.all(window)
                .filter(FirstControl::isOnScreen)
                .filter(node -> node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof Slider
                        || node instanceof ComboBox
                        || node.isFocusTraversable())
                .filter(node -> !PICTURES.contains(String.valueOf(node.getId())))
                .map(node -> String.valueOf(node.getId()))
                .collect(Collectors.toSet());
    }

    @Test
    void theFirstViewHasTwelveControls() {
        assertThat(controls()).containsExactlyInAnyOrderElementsOf(FIRST);
        assertThat(List.of("hyperparametersTitle", "lossPlot", "state", "afterForkDrawing", "verdict"))
                .allMatch(MainWindowFixture::isOnScreen);
        String before = find("afterForkDrawing").getAccessibleText();
        assertThat(before).startsWith("After 3 0 1 2: 3 0.");
        train();
        await(() -> !find("afterForkDrawing").getAccessibleText().equals(before));
        assertThat(((DrawingView) find("afterForkDrawing")).drawing()).isNotNull();
    }

    @Test
    void theFirstTrainingBringsSlidersAndWhatTheVerdictAsksFor() {
        Set<String> later = Set.of(
                "hiddenUnitsSlider", "learningRateSlider", "updateIntervalSlider", "epochsSlider", "stateLegendClose");
        double height = find("status").getBoundsInParent().getHeight();
        train();
        await(() -> controls().contains("letBack"));
        assertThat(find("status").getBoundsInParent().getHeight())
                .as("nothing moves")
                .isEqualTo(height);
        assertThat(controls()).containsAll(FIRST).containsAll(later).hasSize(FIRST.size() + later.size() + 1);
        fire("letBack");
        await(() -> workspace.run().state() == RunState.FINISHED
                && isShown(run ->
                        run.hyperparameters().get(Settings.UPDATE_INTERVAL).isWholeSequence()));
        await(() -> text("verdict").startsWith("remembers"));
        assertThat(controls()).doesNotContain("letBack");
        undo();
        fire("reset");
        // They stay, wherever the run is
        assertThat(controls()).containsAll(later);
    }

    @Test
    void inALessonNothingDoesItsNextStep() {
        train();
        await(() -> isOnScreen("letBack"));
        startLesson("tutorial");
        await(() -> isOnScreen("lessonCard"));
        train();
        assertThat(isOnScreen("letBack")).isFalse();
    }

    @Test
    void oneClickGivesTheWholeLabAndTheMenuGoesBack() {
        fire("showEverything");
        assertThat(isWhole()).isTrue();
        assertThat(workspace.screen().simple().get()).isFalse();
        assertThat(text("noticeWords")).contains("Simple view");
        showPlace("weights");
        setSelected("view-simple", true);
        assertThat(isWhole()).isFalse();
        assertThat(isOnScreen("afterForkDrawing")).isTrue();
        assertThat(isOnScreen("microscopePlaces")).isFalse();
    }

    @Test
    void theLineOverTheHeatmapStaysUntilItIsDismissed() {
        assertThat(isOnScreen("stateLegend")).isTrue();
        fire("stateLegendClose");
        assertThat(isOnScreen("stateLegend")).isFalse();
        assertThat(workspace.screen().explained().get()).isTrue();
    }

    @Test
    void aLessonShowsAllUntilItIsLeftAndSoDoesARoom() {
        startLesson("tutorial");
        await(() -> isOnScreen("lessonCard"));
        assertThat(isOnScreen("microscopePlaces")).isTrue();
        assertThat(isOnScreen("history")).isTrue();
        fire("lessonClose");
        await(() -> isOnScreen("showEverything"));
        assertThat(controls()).doesNotContain("seed", "speed", "microscopePlaces");
        present(true);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(isOnScreen("microscopePlaces")).isTrue();
        present(false);
        assertThat(isOnScreen("microscopePlaces")).isFalse();
        assertThat(isOnScreen("history")).isFalse();
    }

    private void enter(String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> isOnScreen("paletteField") && find("paletteField").isFocused());
        robot.write(typed, 0);
        robot.push(KeyCode.ENTER);
        await(() -> !isOnScreen("palette"));
    }

    @Test
    void aCommandShowsWhatItNeedsAndNothingElse() {
        enter("dark theme");
        enter("hidden units");
        enter("after the fork");
        assertThat(isWhole()).isFalse();
        assertThat(workspace.screen().look().get().isDark()).isTrue();
        enter("weight decay");
        assertThat(isWhole()).isTrue();
        assertThat(find("weightDecay").isFocused()).isTrue();
        setSelected("view-simple", true);
        enter("saliency");
        assertThat(isWhole()).isTrue();
        assertThat(window.microscope.shownProperty().get().key()).isEqualTo("saliency");
        setSelected("view-simple", true);
        enter("logarithmic");
        assertThat(isWhole()).isTrue();
    }

    @Test
    void theStudiesShowAll() {
        robot.push(KeyCode.F11);
        await(() -> isOnScreen("studies"));
        assertThat(isOnScreen("showStudies")).isTrue();
        assertThat(workspace.screen().simple().get()).isFalse();
    }

    @Test
    void theTourNeedsNothingThatIsHidden() {
        choose("helpMenu", "help-tour");
        await(() -> isOnScreen("tourBubble"));
        for (int stop = 0; stop < 5; stop++) {
            assertThat(isOnScreen("tour")).isTrue();
            fire("tour-next");
        }
        assertThat(isOnScreen("tour")).isFalse();
        assertThat(workspace.screen().simple().get()).isTrue();
    }

    @Test
    void everyTextHasRoomInEachLanguageAlsoInTheLeastWindow() {
        for (Language language : Language.all()) {
            speak(language);
            beNew();
            look("simple");
            narrow();
            look("simple, narrow");
            robot.interact(stage::sizeToScene);
            assertNothingFound(language);
            assertThat(controls()).isEqualTo(FIRST);
        }
    }
}
