package lab.carousel.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.studies.OwnStudyForm.OwnStudyDraft;
import org.junit.jupiter.api.Test;

class OwnStudyDraftTest {

    private static final Experiment BASE = Experiment.reference();
    private static final AxisDraft UNUSED = new AxisDraft("", "", "", "", false);

    private static AxisDraft listed(String name, String values) {
        return new AxisDraft(name, values, "", "", false);
    }

    private static OwnStudyDraft draft(AxisDraft... axes) {
        return new OwnStudyDraft(Optional.empty(), List.of(axes), false, 50);
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::label).toList();
    }

    @Test
    void asksForManySeedsWhereNothingIsVaried() {
        Study study = draft(UNUSED, UNUSED).study(BASE, 7);
        assertThat(study.question()).isEqualTo(Question.SEEDS);
        assertThat(study.axes()).isEmpty();
        assertThat(study.seeds()).isEqualTo(7);
        assertThat(study.base()).isEqualTo(BASE);
        assertThat(study.title()).isEqualTo("Own study: many seeds");
    }

    @Test
    void asksForSuccessWhereTheTaskIsDrawn() {
        Experiment drawn =
                new Experiment(Task.drawn(PaperTask.fixedGap(3)), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(draft(UNUSED).study(drawn, 1).question()).isEqualTo(Question.SUCCESS);
    }

    @Test
    void variesWhatWasTyped() {
        Study study = draft(listed("hiddenUnits", " 2,5 , 10,"), listed("updateInterval", "1, whole sequence"))
                .study(BASE, 2);
        assertThat(study.question()).isEqualTo(Question.TUNING);
        assertThat(study.title()).isEqualTo("Own study: Hidden units, Update interval");
        assertThat(study.axes()).extracting(Axis::name).containsExactly("hiddenUnits", "updateInterval");
        assertThat(labels(study.axes().get(0))).containsExactly("2", "5", "10");
        assertThat(labels(study.axes().get(1))).containsExactly("1", "whole sequence");
        assertThat(Plan.of(study).runs()).isEqualTo(12);
    }

    @Test
    void takesDecimalCommasBetweenSemicolons() {
        Axis axis = listed("learningRate", "0,01; 0,1; 1").axis(false);
        assertThat(axis.choices())
                .extracting(choice -> choice.number().orElseThrow())
                .containsExactly(0.01, 0.1, 1.0);
    }

    @Test
    void drawsFromRanges() {
        AxisDraft rate = new AxisDraft("learningRate", "", "0,001", "0.1", true);
        Study study = new OwnStudyDraft(Optional.of(Question.TUNING), List.of(rate, UNUSED), true, 9).study(BASE, 2);
        assertThat(study.draws()).isEqualTo(9);
        assertThat(study.axes().get(0).range().orElseThrow().from()).isEqualTo(0.001);
        assertThat(study.axes().get(0).range().orElseThrow().logarithmic()).isTrue();
    }

    @Test
    void isNoSearchWhereNothingIsVaried() {
        assertThat(new OwnStudyDraft(Optional.empty(), List.of(UNUSED), true, 9)
                        .study(BASE, 2)
                        .draws())
                .isEqualTo(Study.GRID);
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> listed("hiddenUnits", "").axis(false))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Type the values, with commas between them.");
        assertThatThrownBy(() -> new AxisDraft("learningRate", "", " ", "1", false).axis(true))
                .hasMessage("Type the least and the largest value.");
        assertThatThrownBy(() -> listed("hiddenUnits", "2, 2").axis(false)).hasMessageContaining("twice");
        assertThatThrownBy(() -> listed("hiddenUnits", "0").axis(false)).hasMessageStartingWith("hiddenUnits=0: ");
        assertThatThrownBy(() -> new AxisDraft("learningRate", "", "x", "1", false).axis(true))
                .hasMessage("“x” is no number.");
        assertThatThrownBy(() -> new AxisDraft("cell", "", "1", "2", false).axis(true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> new OwnStudyDraft(Optional.of(Question.RACE), List.of(UNUSED), false, 1).study(BASE, 2))
                .hasMessageStartingWith("Nothing is varied here");
        assertThatThrownBy(() -> draft(listed("lag", "1"), listed("lag", "2")).study(BASE, 2))
                .hasMessageContaining("two axes");
    }
}
