package lab.carousel.ui.studies;

import java.util.Arrays;
import java.util.List;
import lab.carousel.file.experiment.HyperparameterAxis;
import lab.carousel.file.study.TypedAxis;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** The study that was typed in the window. */
final class OwnStudy {

    /** Nothing is typed yet. */
    static final String NO_VALUES = "studyWindow.own.noValues";

    private OwnStudy() {}

    /**
     * The study.
     *
     * @param base  the experiment to vary
     * @param seeds how often each variation is trained
     * @throws InvalidInput if it cannot be run
     */
    static Study of(TypedStudy typed, Experiment base, int seeds) {
        List<Axis> used = typed.axes().stream()
                .filter(axis -> !axis.name().isEmpty())
                .map(OwnStudy::axis)
                .toList();
        Question asked = typed.question().orElse(suitable(base, used));
        return new Study(title(used), Message.literal(""), asked, base, used, Study.GRID, seeds);
    }

    /**
     * What is varied along an axis.
     *
     * @throws InvalidInput if the hyperparameter cannot have these values; names the value
     */
    static Axis axis(TypedAxis typed) {
        List<String> values = list(typed.values());
        if (values.isEmpty()) {
            throw new InvalidInput(NO_VALUES);
        }
        return HyperparameterAxis.listed(typed.name(), label(typed.name()), values);
    }

    /** What a hyperparameter is called on the screen. */
    static Message label(String name) {
        return Settings.named(name).orElseThrow().label();
    }

    /** Values with commas between them; with semicolons if the numbers have decimal commas. */
    private static List<String> list(String values) {
        boolean decimalCommas = values.contains(";");
        return Arrays.stream(values.split(decimalCommas ? ";" : ","))
                .map(value -> decimalCommas ? value.replace(',', '.') : value)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Question suitable(Experiment base, List<Axis> used) {
        if (!used.isEmpty()) {
            return Question.TUNING;
        }
        return base.task().judge().stoppingRule().isPresent() ? Question.SUCCESS : Question.SEEDS;
    }

    private static Message title(List<Axis> used) {
        return used.isEmpty()
                ? Message.of("studyWindow.own.title.seeds")
                : Message.of(
                        "studyWindow.own.title",
                        used.stream()
                                .map(Axis::words)
                                .reduce((before, next) -> Message.of("studyWindow.own.title.and", before, next))
                                .orElseThrow());
    }
}
