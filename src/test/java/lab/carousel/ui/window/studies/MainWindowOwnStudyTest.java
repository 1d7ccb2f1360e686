package lab.carousel.ui.window.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import lab.carousel.engine.DivergingEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.Test;

/** Studies of what is in the editors. */
class MainWindowOwnStudyTest extends StudiesFixture {

    @Test
    void tunesTheCurrentExperiment() throws Exception {
        Experiment reference = Experiment.reference();
        open(all -> all.with(Settings.EPOCHS, 3).with(Settings.SEED, 5L));
        showStudies();
        choose("own");
        assertThat(text("studyBase")).contains("20 units, 3 epochs", "seed 5");
        type("studySeeds", "2");
        vary(1, "hiddenUnits", "2, 4, x");
        assertThat(text("axisValues1Problem")).contains("hiddenUnits=x");
        assertThat(canRun()).isFalse();
        type("axisValues1", "2, 4");
        vary(2, "learningRate", "0,01; 0,1; 1");
        run(12);
        assertThat(cells("cells", "Hidden units")).containsExactly("2", "2", "2", "4", "4", "4");
        assertThat(cells("cells", "Learning rate")).containsExactly("0.01", "0.1", "1", "0.01", "0.1", "1");
        robot.interact(() -> table("cells").getSelectionModel().select(5));
        fire("openThisOne");
        assertThat(text("hiddenUnits")).isEqualTo("4");
        assertThat(text("learningRate")).isEqualTo("1");
    }

    private static void vary(int axis, String name, String values) {
        robot.interact(() -> combo("axisName" + axis).setValue(name));
        type("axisValues" + axis, values);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(String id) {
        return (ComboBox<Object>) find(id);
    }

    @Test
    void aSessionShowsThemInAnotherWindowWithoutTraining() throws Exception {
        Experiment reference = Experiment.reference();
        open(all -> all.with(Settings.EPOCHS, 3));
        showStudies();
        Path opened = open(
                "\"question\": \"seeds\", \"seeds\": 2," + " \"experiment\": {\"hyperparameters\": {\"epochs\": 2}}");
        choose("manyseeds");
        type("studySeeds", "2");
        run(2);
        choose("own");
        vary(1, "hiddenUnits", "2, 4");
        type("studySeeds", "3");
        run(6);
        List<String> losses = cells("cells", "Loss");
        dialogs.answer = folder.resolve("studies.carousel-session");
        choose("fileMenu", "saveSession");
        Path session = dialogs.answer;
        startAgain();
        engine = new DivergingEngine(0);
        robot.interact(() -> window.open(session));
        await(() -> find("studies").isVisible());
        assertThat(text("studyTitle")).startsWith("From the current experiment");
        assertThat(text("studySeeds")).isEqualTo("3");
        assertThat(text("axisValues1")).isEqualTo("2, 4");
        assertThat(text("studyProgress")).startsWith("all 6 runs are done");
        awaitRows(6);
        assertThat(cells("cells", "Loss")).isEqualTo(losses);
        await(() -> isDrawn("heatmap"));
        choose("manyseeds");
        awaitRows(2);
        // No selector can have its slashes
        String fromFile = "study-" + opened.toString().toLowerCase(Locale.ROOT);
        robot.interact(() -> ((ToggleButton) robot.lookup((Node node) -> fromFile.equals(node.getId()))
                        .query())
                .fire());
        assertThat(text("studySeeds")).isEqualTo("2");
        assertThat(text("studyProgress")).isEmpty();
    }
}
