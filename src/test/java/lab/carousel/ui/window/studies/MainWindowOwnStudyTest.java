package lab.carousel.ui.window.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import lab.carousel.engine.DivergingEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Studies of what is in the editors. */
class MainWindowOwnStudyTest extends StudiesFixture {

    @Test
    void tunesTheCurrentExperiment(FxRobot robot) throws Exception {
        Experiment reference = Experiment.reference();
        open(
                robot,
                reference.with(
                        reference.hyperparameters().with(Settings.EPOCHS, 3).with(Settings.SEED, 5L)));
        showStudies(robot);
        choose(robot, "own");
        assertThat(text(robot, "studyBase")).contains("20 units, 3 epochs", "seed 5");
        type(robot, "studySeeds", "2");
        vary(robot, 1, "hiddenUnits", "2, 4, x");
        assertThat(text(robot, "axisValues1Problem")).contains("hiddenUnits=x");
        assertThat(canRun(robot)).isFalse();
        type(robot, "axisValues1", "2, 4");
        vary(robot, 2, "learningRate", "0,01; 0,1; 1");
        run(robot, 12);
        assertThat(cells(robot, "cells", "Hidden units")).containsExactly("2", "2", "2", "4", "4", "4");
        assertThat(cells(robot, "cells", "Learning rate")).containsExactly("0.01", "0.1", "1", "0.01", "0.1", "1");
        robot.interact(() -> {
            TableColumn<Object, ?> rate = column(robot, "cells", "Learning rate");
            rate.setSortType(TableColumn.SortType.DESCENDING);
            table(robot, "cells").getSortOrder().setAll(List.of(rate));
        });
        assertThat(cells(robot, "cells", "Learning rate")).containsExactly("1", "1", "0.1", "0.1", "0.01", "0.01");
        robot.interact(() -> table(robot, "cells").getSelectionModel().select(1));
        press(robot, "openThisOne");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("4");
        assertThat(text(robot, "learningRate")).isEqualTo("1");
    }

    private static void vary(FxRobot robot, int axis, String name, String values) {
        robot.interact(() -> combo(robot, "axisName" + axis).setValue(name));
        type(robot, "axisValues" + axis, values);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(FxRobot robot, String id) {
        return (ComboBox<Object>) find(robot, id);
    }

    @Test
    void aSessionShowsThemInAnotherWindowWithoutTraining(FxRobot robot) throws Exception {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().with(Settings.EPOCHS, 3)));
        showStudies(robot);
        Path opened = open(
                robot,
                "\"question\": \"seeds\", \"seeds\": 2," + " \"experiment\": {\"hyperparameters\": {\"epochs\": 2}}");
        choose(robot, "manyseeds");
        type(robot, "studySeeds", "2");
        run(robot, 2);
        choose(robot, "own");
        vary(robot, 1, "hiddenUnits", "2, 4");
        type(robot, "studySeeds", "3");
        run(robot, 6);
        List<String> losses = cells(robot, "cells", "Loss");
        dialogs.answer = folder.resolve("studies.carousel-session");
        robot.interact(() -> item(robot, "fileMenu", "saveSession").fire());
        Path session = dialogs.answer;
        close();
        robot.interact(this::show);
        engine = new DivergingEngine(0);
        robot.interact(() -> window.open(session));
        await(() -> find(robot, "studies").isVisible());
        assertThat(text(robot, "studyTitle")).startsWith("From the current experiment");
        assertThat(text(robot, "studySeeds")).isEqualTo("3");
        assertThat(text(robot, "axisValues1")).isEqualTo("2, 4");
        assertThat(text(robot, "studyProgress")).startsWith("all 6 runs are done");
        awaitRows(robot, 6);
        assertThat(cells(robot, "cells", "Loss")).isEqualTo(losses);
        await(() -> isDrawn(robot, "heatmap"));
        choose(robot, "manyseeds");
        awaitRows(robot, 2);
        // No selector can have its slashes
        String fromFile = "study-" + opened.toString().toLowerCase(Locale.ROOT);
        robot.interact(() -> ((ToggleButton) robot.lookup((Node node) -> fromFile.equals(node.getId()))
                        .query())
                .fire());
        assertThat(text(robot, "studySeeds")).isEqualTo("2");
        assertThat(text(robot, "studyProgress")).isEmpty();
    }

    @Test
    void moreRunsThanThereCanBeAreRefused(FxRobot robot) throws Exception {
        showStudies(robot);
        choose(robot, "own");
        vary(robot, 1, "hiddenUnits", "2, 4, 5");
        type(robot, "studySeeds", "1000000");
        await(() -> text(robot, "studyProblem").startsWith("That would be 3,000,000 runs"));
        assertThat(canRun(robot)).isFalse();
    }
}
