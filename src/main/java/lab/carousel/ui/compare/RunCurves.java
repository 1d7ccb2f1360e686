package lab.carousel.ui.compare;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import lab.carousel.drawing.Curves;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.loss.LossHistory;

/** The courses of pinned runs on common axes. */
final class RunCurves {

    /** What is drawn. */
    enum CurveKind {
        /** The mean loss, with the floors of the tasks. */
        LOSS,
        /** Steps predicted right / steps. */
        RECALL
    }

    private RunCurves() {}

    static Curves of(List<PinnedRun> runs, CurveKind kind, boolean logarithmic) {
        DoubleFunction<String> number =
                kind == CurveKind.LOSS ? NumberText::loss : value -> NumberText.decimals(value, 3);
        return new Curves(
                runs.stream().map(run -> curve(run, kind)).toList(),
                kind == CurveKind.LOSS ? floors(runs) : List.of(),
                Message.text("compare." + kind.name()),
                logarithmic && kind == CurveKind.LOSS,
                number);
    }

    private static Curves.Curve curve(PinnedRun run, CurveKind kind) {
        LossHistory.View history = run.snapshot().history();
        return new Curves.Curve(
                run.name(),
                IntStream.range(0, history.size()).mapToDouble(history::epoch).toArray(),
                IntStream.range(0, history.size())
                        .mapToDouble(point -> kind == CurveKind.LOSS ? history.loss(0, point) : history.recall(point))
                        .toArray(),
                run.style());
    }

    /** One for each value that a floor has. */
    private static List<Curves.Level> floors(List<PinnedRun> runs) {
        return runs.stream()
                .map(run -> run.snapshot().floor().mean())
                .distinct()
                .map(floor -> new Curves.Level(Message.text("loss.floor", NumberText.loss(floor)), floor))
                .toList();
    }
}
