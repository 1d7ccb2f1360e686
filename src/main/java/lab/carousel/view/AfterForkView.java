package lab.carousel.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.probe.AfterForkDrawing;
import lab.carousel.study.AfterFork;
import lab.carousel.text.Message;

/** What the network says after both sides of a fork: the answer that only memory can give, large, while it learns. */
public final class AfterForkView implements View {

    @Override
    public PlaceName name() {
        return PlaceName.AFTER_FORK;
    }

    @Override
    public boolean isFirstFor(Experiment experiment) {
        return true;
    }

    @Override
    public List<String> sentences() {
        return List.of("verdict", "caption");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        AfterFork after = AfterFork.of(look.network());
        AfterForkDrawing drawing = new AfterForkDrawing(after, experiment.task().alphabet());
        String headline = VerdictWords.of(look.evaluation()).headline();
        String verdict = Stream.concat(
                        Stream.of(headline + "."), after.why().stream().map(why -> Message.text("forks.why." + why)))
                .collect(Collectors.joining(" "));
        return new Answer(drawing, Message.text("afterFork.picture.title", look.epoch()))
                .size(560, 400)
                .spoken(drawing.words() + " " + verdict)
                .says("verdict", verdict)
                .says("caption", caption(experiment, after));
    }

    /** What the bars are; of shuffled sequences that carry their state also in which order they are fed. */
    static String caption(Experiment experiment, AfterFork after) {
        String kind = after.isTest() ? "test" : after.isFork() ? "fork" : "none";
        String bars = Message.text(experiment.task().targets().key("afterFork.caption." + kind + "."));
        int orders = experiment.judgedOrders();
        return orders == 0 ? bars : bars + " " + Message.text("afterFork.caption.listed", orders);
    }
}
