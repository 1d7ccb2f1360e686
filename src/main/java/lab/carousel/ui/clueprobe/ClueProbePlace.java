package lab.carousel.ui.clueprobe;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.picture.probe.ClueProbeDrawing;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.LinearProbe;
import lab.carousel.study.ProbedStep;
import lab.carousel.study.map.Vectors;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.operation.ChoiceButtons;
import lab.carousel.ui.place.Asked;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.place.PlaceContent;
import lab.carousel.ui.place.PlaceContext;
import lab.carousel.ui.place.PlaceKind;
import lab.carousel.ui.place.PlaceNeed;
import lab.carousel.ui.place.Probe;
import lab.carousel.ui.place.Shown;
import lab.carousel.ui.state.TracedSnapshot;

/** For how long the clue can be read out of the state, while the network learns. */
public final class ClueProbePlace {

    private record Ask(TracedSnapshot traced, Vectors vectors) {}

    private ClueProbePlace() {}

    public static Place of(PlaceContext in) {
        return new Place(PlaceName.CLUE_PROBE, PlaceKind.SEE, () -> content(in), PlaceNeed.HEIGHT);
    }

    private static PlaceContent content(PlaceContext in) {
        Form form = new Form(PlaceName.CLUE_PROBE);
        ChoiceButtons<Vectors> vectors = form.choice("vectors", Vectors.BOTH, Vectors.values());
        Probe<Ask> probe = new Probe<>(
                in,
                form,
                now -> {
                    Cell cell = now.snapshot().experiment().hyperparameters().get(Settings.CELL);
                    vectors.offer(Vectors.of(cell));
                    return cell.isRecurrent()
                            ? Asked.of(new Ask(now, vectors.value()))
                            : Asked.instead(Message.text("clueProbe.stateless"));
                },
                ClueProbePlace::answer);
        return probe.open(form.column(
                probe.drawing(),
                Form.row(Pos.CENTER_LEFT, form.name("vectors"), vectors),
                Form.sentences(form.words("answer", "probe-answer"), form.words("caption", "muted"))));
    }

    private static Shown answer(Ask ask) {
        Snapshot snapshot = ask.traced().snapshot();
        ClueProbe probe = ClueProbe.of(ask.traced().network(), ask.vectors());
        Alphabet alphabet = snapshot.experiment().task().alphabet();
        String answer = probe.points().isEmpty() ? whyNot(probe, alphabet) : answer(probe, alphabet);
        String caption = probe.points().isEmpty() ? "" : caption(probe, snapshot.experiment());
        String title =
                Message.text("clueProbe.picture.title", snapshot.position().epoch());
        return new Shown(new ClueProbeDrawing(probe, alphabet), title, (answer + " " + caption).strip())
                .size(720, 440)
                .spoken(answer)
                .says("answer", answer)
                .says("caption", caption);
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
                experiment.task().isDrawn() ? "clueProbe.caption.tests" : "clueProbe.caption.listed", probe.groups());
        String thinned = probe.points().size() == probe.steps()
                ? ""
                : " " + Message.text("clueProbe.caption.thinned", probe.points().size(), probe.steps());
        return sequences + " " + Message.text("clueProbe.caption", LinearProbe.SPLITS, LinearProbe.SHUFFLES) + thinned;
    }
}
