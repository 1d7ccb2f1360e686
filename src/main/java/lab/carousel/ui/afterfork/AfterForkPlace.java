package lab.carousel.ui.afterfork;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.AfterForkDrawing;
import lab.carousel.study.AfterFork;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContent;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.PlaceKind;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.state.TracedSnapshot;

/** What the network says after both sides of a fork: the answer that only memory can give, large, while it learns. */
public final class AfterForkPlace {

    private AfterForkPlace() {}

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.AFTER_FORK, PlaceKind.SEE, () -> content(in));
    }

    private static PlaceContent content(PlaceContext in) {
        Form form = new Form(PlaceName.AFTER_FORK);
        Probe<TracedSnapshot> probe = new Probe<>(in, form, Asked::of, AfterForkPlace::answer);
        return probe.open(form.column(
                probe.drawing(),
                form.words("verdict", "probe-answer", "probe-two-lines"),
                form.words("caption", "muted")));
    }

    /** What the bars are; of shuffled sequences that carry their state also in which order they are fed. */
    static String caption(Experiment experiment, AfterFork after) {
        boolean isTest = after.isFork() && experiment.task().isDrawn();
        if (experiment.task().isOfNumbers()) {
            return Message.text(isTest ? "afterFork.caption.numbers.test" : "afterFork.caption.numbers");
        }
        String bars = Message.text("afterFork.caption." + (isTest ? "test" : after.isFork() ? "fork" : "none"));
        int orders = experiment.judgedOrders();
        return orders == 0 ? bars : bars + " " + Message.text("afterFork.caption.listed", orders);
    }

    private static Shown answer(TracedSnapshot traced) {
        Snapshot snapshot = traced.snapshot();
        Experiment experiment = snapshot.experiment();
        AfterFork after = AfterFork.of(traced.network());
        AfterForkDrawing drawing = new AfterForkDrawing(after, experiment.task().alphabet());
        String headline = VerdictWords.of(snapshot.evaluation()).headline();
        String verdict = Stream.concat(
                        Stream.of(headline + "."), after.why().stream().map(why -> Message.text("forks.why." + why)))
                .collect(Collectors.joining(" "));
        String caption = caption(experiment, after);
        return new Shown(
                        drawing,
                        Message.text(
                                "afterFork.picture.title", snapshot.position().epoch()),
                        verdict + " " + caption)
                .size(560, 400)
                .spoken(drawing.words() + " " + verdict)
                .says("verdict", verdict)
                .says("caption", caption);
    }
}
