package lab.carousel.ui.freerun;

import static javafx.geometry.Pos.BOTTOM_LEFT;
import static javafx.geometry.Pos.TOP_LEFT;
import static lab.carousel.ui.controls.Controls.grow;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.FreeRunDrawing;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunCourse;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContent;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.view.PlaceKind;
import lab.carousel.view.PlaceNeed;

/** The network runs on by itself from some symbols that are given, while it learns. */
public final class FreeRunPlace {

    private static final String ARROW = " → ";
    private static final double NUMBER = 64;

    private record Ask(Snapshot snapshot, List<Integer> start, int steps, FreeRun.Draw draw) {}

    private FreeRunPlace() {}

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.FREE_RUN, PlaceKind.OPERATE, () -> content(in), PlaceNeed.HEIGHT);
    }

    private static PlaceContent content(PlaceContext in) {
        Form form = new Form(PlaceName.FREE_RUN);
        TypedField<List<Integer>> start =
                form.typed("start", FreeRun.Input::firstSymbols, text -> FreeRun.Input.start(text, form.experiment()));
        TypedField<Integer> steps = form.typed("steps", FreeRun.Input::wholeLength, FreeRun.Input::length)
                .width(NUMBER);
        CheckBox draw = form.check("draw");
        TypedField<Double> temperature =
                form.typed("temperature", "1", FreeRun.Input::temperature).width(104);
        TypedField<Long> seed = form.typed("seed", "1", FreeRun.Input::seed).width(NUMBER);
        temperature.disableProperty().bind(draw.selectedProperty().not());
        seed.disableProperty().bind(draw.selectedProperty().not());
        VBox fields =
                Form.fields(Form.row(TOP_LEFT, grow(start), steps), Form.row(BOTTOM_LEFT, draw, temperature, seed));
        Label course = form.words("course", "probe-answer", "probe-two-lines");
        Label caption = form.words("caption", "muted");
        caption.setMinHeight(Region.USE_PREF_SIZE);
        Probe<Ask> probe = new Probe<>(
                in,
                form,
                now -> Asked.of(new Ask(
                        now.snapshot(),
                        start.get(),
                        steps.get(),
                        draw.isSelected() ? FreeRun.Draw.drawn(temperature.get(), seed.get()) : FreeRun.Draw.LARGEST)),
                FreeRunPlace::answer);
        return probe.open(form.column(probe.drawing(), fields, form.copied("text"), course, caption));
    }

    private static Shown answer(Ask ask) {
        Experiment experiment = ask.snapshot().experiment();
        Alphabet alphabet = experiment.task().alphabet();
        FreeRun run = FreeRun.of(experiment, ask.snapshot().parameters(), ask.start(), ask.steps(), ask.draw());
        FreeRunCourse course = FreeRunCourse.of(experiment.task(), run);
        List<Integer> produced =
                run.text().subList(run.start().size(), run.text().size());
        String text = words(alphabet, run.start()) + ARROW + words(alphabet, produced);
        boolean drawn = ask.draw().temperature().isPresent();
        String words = course.words(experiment.task(), run);
        int epoch = ask.snapshot().position().epoch();
        return new Shown(
                        FreeRunDrawing.of(run, course, alphabet, drawn),
                        Message.text("freeRun.picture.title", epoch),
                        words)
                .size(720, 400)
                .spoken(text + ". " + words)
                .says("text", text)
                .says("course", words)
                .says("caption", Message.text(drawn ? "freeRun.caption.chances" : "freeRun.caption.outputs"));
    }

    private static String words(Alphabet alphabet, List<Integer> symbols) {
        return symbols.stream().map(alphabet::symbol).collect(Collectors.joining(" "));
    }
}
