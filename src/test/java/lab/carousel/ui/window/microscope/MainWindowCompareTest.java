package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import lab.carousel.drawing.Curves;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.task.Task;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Pinned runs side by side. */
class MainWindowCompareTest extends MainWindowFixture {

    private void trainAndPin() {
        train();
        pin();
    }

    private static List<String> differences() {
        return ((GridPane) find("compareDifferences"))
                .getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void showsLossesAndDifferencesOfPinnedRunsAndOpensThem() {
        showPlace("compare");
        trainAndPin();
        Evaluation first = network().evaluation();
        assertThat(differences()).containsExactly("Pin a second run to see what differs.");
        open(all -> all.with(Settings.SEED, 2L));
        trainAndPin();
        assertThat(differences()).containsExactly("Run 1", "Run 2", "Seed", "1", "2");
        Curves curves = drawing("compareCurves");
        assertThat(curves.curves())
                .extracting(curve -> curve.y()[curve.y().length - 1])
                .containsExactly(first.loss(), network().evaluation().loss());
        assertThat(curves.levels()).extracting(Curves.Level::name).containsExactly("memoryless floor 0.0693");
        assertThat(text("pinnedSummary1")).startsWith("epoch 250, ");
        fire("compare-recall");
        curves = drawing("compareCurves");
        double[] recalls = curves.curves().get(0).y();
        assertThat(recalls[recalls.length - 1]).isEqualTo(first.recall());
        fire("openPinned1");
        assertThat(text("seed")).isEqualTo("1");
        fire("removePinned1");
        curves = drawing("compareCurves");
        assertThat(curves.curves()).hasSize(1);
    }

    private static ContrastDrawing contrast(String start) {
        awaitStart("compareContrast", start);
        return drawing("compareCurves");
    }

    @Test
    void putsTwoRunsSideBySideStepByStep() {
        showPlace("compare");
        trainAndPin();
        fire("compare-steps");
        assertThat(text("compareContrast")).isEqualTo("Pin a second run to see both here step by step.");
        int right = network().evaluation().right();
        open(all -> all.with(Settings.SEED, 2L));
        trainAndPin();
        ContrastDrawing otherUnits = contrast("Run 1: " + right + " of 8 right. Run 2: ");
        assertThat(otherUnits.steps()).hasSize(8);
        assertThat(otherUnits.differences()).isEmpty();
        open(all -> all.with(Settings.BATCH_SIZE, 4));
        trainAndPin();
        select("compareSecond", 3);
        assertThat(contrast("Run 1: " + right + " of 8 right. Run 3, step by step: ")
                        .differences())
                .isPresent();
        openTask(Task.parse("a b", "a b a"));
        trainAndPin();
        select("compareSecond", 4);
        assertThat(contrast("These two runs learn different tasks")).isNull();
    }
}
