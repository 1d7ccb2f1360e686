package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.picture.probe.FreeRunDrawing;
import lab.carousel.study.FreeRun;
import lab.carousel.study.FreeRunCourse;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/** The network runs on by itself from some symbols that are given, while it learns. */
public final class FreeRunView implements View {

    private static final String START = "start";
    private static final String STEPS = "steps";
    private static final String DRAW = "draw";
    private static final String TEMPERATURE = "temperature";
    private static final String SEED = "seed";
    private static final String ARROW = " → ";

    @Override
    public PlaceName name() {
        return PlaceName.FREE_RUN;
    }

    @Override
    public PlaceKind kind() {
        return PlaceKind.OPERATE;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return FreeRun.obstacle(experiment).map(Message::text);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        return List.of(
                Choice.text(
                        name(),
                        START,
                        FreeRun.Input.firstSymbols(experiment),
                        text -> FreeRun.Input.start(text, experiment)),
                Choice.number(name(), STEPS, FreeRun.Input.wholeLength(experiment), FreeRun.Input::length),
                Choice.yesOrNo(name(), DRAW),
                Choice.number(name(), TEMPERATURE, "1", FreeRun.Input::temperature)
                        .only(DRAW, Choice.YES),
                Choice.number(name(), SEED, "1", FreeRun.Input::seed).only(DRAW, Choice.YES));
    }

    @Override
    public List<String> sentences() {
        return List.of("text", "course", "caption");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        Experiment experiment = look.experiment();
        Alphabet alphabet = experiment.task().alphabet();
        boolean isDrawn = chosen.is(DRAW);
        FreeRun run = FreeRun.of(
                experiment,
                look.network().parameters(),
                FreeRun.Input.start(chosen.of(START), experiment),
                FreeRun.Input.length(chosen.of(STEPS)),
                isDrawn
                        ? FreeRun.Draw.drawn(
                                FreeRun.Input.temperature(chosen.of(TEMPERATURE)), FreeRun.Input.seed(chosen.of(SEED)))
                        : FreeRun.Draw.LARGEST);
        FreeRunCourse course = FreeRunCourse.of(experiment.task(), run);
        List<Integer> produced =
                run.text().subList(run.start().size(), run.text().size());
        String text = words(alphabet, run.start()) + ARROW + words(alphabet, produced);
        String words = course.words(experiment.task(), run);
        return new Answer(
                        FreeRunDrawing.of(run, course, alphabet, isDrawn),
                        Message.text("freeRun.picture.title", look.epoch()))
                .size(720, 400)
                .spoken(text + ". " + words)
                .says("text", text)
                .says("course", words)
                .says("caption", Message.text(isDrawn ? "freeRun.caption.chances" : "freeRun.caption.outputs"));
    }

    private static String words(Alphabet alphabet, List<Integer> symbols) {
        return symbols.stream().map(alphabet::symbol).collect(Collectors.joining(" "));
    }
}
