package lab.carousel.ui.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lab.carousel.file.study.TypedAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class OwnStudyTest {

    private static final Experiment BASE = Experiment.reference();
    private static final TypedAxis UNUSED = new TypedAxis("", "");

    private static TypedAxis listed(String name, String values) {
        return new TypedAxis(name, values);
    }

    private static Study study(Experiment base, int seeds, TypedAxis... axes) {
        return OwnStudy.of(new TypedStudy(Optional.empty(), List.of(axes)), base, seeds);
    }

    private static List<String> labels(Axis axis) {
        return axis.choices().stream().map(AxisValue::label).toList();
    }

    @Test
    void asksForManySeedsWhereNothingIsVaried() {
        Study study = study(BASE, 7, UNUSED, UNUSED);
        assertThat(study.question()).isEqualTo(Question.SEEDS);
        assertThat(study.axes()).isEmpty();
        assertThat(study.seeds()).isEqualTo(7);
        assertThat(study.base()).isEqualTo(BASE);
        assertThat(study.title()).isEqualTo("Own study: many seeds");
    }

    @Test
    void asksForSuccessWhereTheTaskIsDrawn() {
        Experiment drawn = new Experiment(Task.drawn(FixedGap.of(3)), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(study(drawn, 1, UNUSED).question()).isEqualTo(Question.SUCCESS);
    }

    @Test
    void variesWhatWasTyped() {
        Study study =
                study(BASE, 2, listed("hiddenUnits", " 2,5 , 10,"), listed("updateInterval", "1, whole sequence"));
        assertThat(study.question()).isEqualTo(Question.TUNING);
        assertThat(study.title()).isEqualTo("Own study: Hidden units, Update interval");
        assertThat(study.axes()).extracting(Axis::name).containsExactly("hiddenUnits", "updateInterval");
        assertThat(labels(study.axes().get(0))).containsExactly("2", "5", "10");
        assertThat(labels(study.axes().get(1))).containsExactly("1", "whole sequence");
        assertThat(Plan.of(study).runs()).isEqualTo(12);
    }

    @Test
    void takesDecimalCommasBetweenSemicolons() {
        Axis axis = OwnStudy.axis(listed("learningRate", "0,01; 0,1; 1"));
        assertThat(axis.choices())
                .extracting(choice -> choice.number().orElseThrow())
                .containsExactly(0.01, 0.1, 1.0);
    }

    @Test
    void tellsWhatIsWrong() {
        assertThatThrownBy(() -> OwnStudy.axis(listed("hiddenUnits", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Enter the values, separated by commas.");
        assertThatThrownBy(() -> OwnStudy.axis(listed("hiddenUnits", "2, 2"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> OwnStudy.axis(listed("hiddenUnits", "0"))).hasMessageStartingWith("hiddenUnits=0: ");
        TypedStudy race = new TypedStudy(Optional.of(Question.RACE), List.of(UNUSED));
        assertThatThrownBy(() -> OwnStudy.of(race, BASE, 2))
                .hasMessageStartingWith("This kind of study compares, but nothing is varied");
        assertThatThrownBy(() -> study(BASE, 2, listed("lag", "1"), listed("lag", "2")))
                .hasMessageContaining("Two axes");
    }
}
