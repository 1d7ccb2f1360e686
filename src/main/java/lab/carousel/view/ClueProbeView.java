package lab.carousel.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.picture.probe.ClueProbeDrawing;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.LinearProbe;
import lab.carousel.study.MemoryUnits;
import lab.carousel.study.ProbedStep;
import lab.carousel.study.map.Vectors;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** For how long the clue can be read out of the state, while the network learns. */
public final class ClueProbeView implements View {

    private static final String VECTORS = "vectors";

    @Override
    public PlaceName name() {
        return PlaceName.CLUE_PROBE;
    }

    @Override
    public Set<PlaceNeed> needs() {
        return Set.of(PlaceNeed.HEIGHT);
    }

    @Override
    public List<Choice> choices(Experiment experiment) {
        List<Vectors> offered = Vectors.of(experiment.hyperparameters().get(Settings.CELL));
        return List.of(Choice.of(name(), VECTORS, offered, Vectors.BOTH));
    }

    @Override
    public Optional<String> obstacle(Experiment experiment) {
        return experiment.hyperparameters().get(Settings.CELL).isRecurrent()
                ? Optional.empty()
                : Optional.of(Message.text("clueProbe.stateless"));
    }

    @Override
    public List<String> sentences() {
        return List.of("answer", "caption");
    }

    @Override
    public Answer answer(Look look, Chosen chosen) {
        ClueProbe probe = ClueProbe.of(look.network(), chosen.of(VECTORS, Vectors.class));
        Alphabet alphabet = look.experiment().task().alphabet();
        boolean isProbed = !probe.points().isEmpty();
        String answer = isProbed ? answer(probe, alphabet) : whyNot(probe, alphabet);
        return new Answer(new ClueProbeDrawing(probe, alphabet), Message.text("clueProbe.picture.title", look.epoch()))
                .size(720, 440)
                .spoken(answer)
                .says("answer", answer)
                .says("caption", isProbed ? caption(probe, look.experiment()) : "");
    }

    private static String whyNot(ClueProbe probe, Alphabet alphabet) {
        String counts = IntStream.range(0, probe.values().size())
                .mapToObj(place -> Message.text(
                        "clueProbe.count",
                        alphabet.symbol(probe.values().get(place)),
                        probe.counts().get(place)))
                .collect(Collectors.joining(", "));
        return probe.values().isEmpty()
                ? Message.text("clueProbe.none")
                : Message.text("clueProbe.small", counts, ClueProbe.FEWEST);
    }

    private static String answer(ClueProbe probe, Alphabet alphabet) {
        ProbedStep last = probe.points().get(probe.points().size() - 1);
        String read = Message.text(
                "clueProbe.answer",
                probe.values().stream().map(alphabet::symbol).collect(Collectors.joining(", ")),
                NumberText.percent(last.accuracy()),
                NumberText.percent(last.low()),
                NumberText.percent(last.high()),
                NumberText.percent(last.shuffledMean()),
                NumberText.percent(probe.chance()));
        return how(probe, last) + " " + read;
    }

    private static String how(ClueProbe probe, ProbedStep last) {
        Optional<ProbedStep> until = probe.lastRead();
        if (until.isEmpty()) {
            return Message.text(last.isRead() ? "clueProbe.late" : "clueProbe.never");
        }
        return until.get().equals(last)
                ? Message.text("clueProbe.always")
                : Message.text(
                        last.isRead() ? "clueProbe.again" : "clueProbe.until",
                        until.get().after());
    }

    private static String caption(ClueProbe probe, Experiment experiment) {
        String sequences = Message.text(
                MemoryUnits.isFor(experiment) ? "clueProbe.caption.listed" : "clueProbe.caption.tests", probe.groups());
        String thinned = probe.points().size() == probe.steps()
                ? ""
                : " " + Message.text("clueProbe.caption.thinned", probe.points().size(), probe.steps());
        return sequences + " " + Message.text("clueProbe.caption", LinearProbe.SPLITS, LinearProbe.SHUFFLES) + thinned;
    }
}
