package lab.carousel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.ForecastErrors;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Report of a study as lines of text, with a paragraph for each cell. */
final class StudyReport {

    /** Share of runs that counts as enough. */
    private static final double NEARLY_ALL = 0.95;

    private static final int PERCENT = 100;
    private static final int SECONDS_PER_MINUTE = 60;

    private StudyReport() {}

    static List<String> lines(Results results) {
        List<String> lines = new ArrayList<>();
        lines.add(results.plan().study().title());
        for (CellSummary summary : CellSummary.of(results)) {
            lines.add("");
            String name = results.plan().study().name(summary.cell());
            if (!name.isEmpty()) {
                lines.add(name);
            }
            addCell(summary, lines);
        }
        return lines;
    }

    private static void addCell(CellSummary summary, List<String> lines) {
        if (summary.runs().isEmpty()) {
            lines.add(Message.text("cli.study.noRun"));
            return;
        }
        if (summary.cell().experiment().task().judge().stoppingRule().isPresent()) {
            lines.add(share(Message.text("cli.study.solved"), summary.solved()));
            double median = summary.sequencesToSolve().median();
            if (!Double.isNaN(median)) {
                lines.add(Message.text("cli.study.sequences", NumberText.inLine(median)));
            }
            lines.add(Message.text(
                    "cli.study.inARow", NumberText.inLine(summary.inARow().median())));
        } else {
            Stream.of(Verdict.values())
                    .sorted(Comparator.comparing(Verdict::isOfForks))
                    .filter(summary::canEnd)
                    .forEach(verdict ->
                            lines.add(share(Message.text("verdict." + verdict + ".name"), summary.ended(verdict))));
        }
        summary.epochsUntil(NEARLY_ALL).ifPresent(epoch -> lines.add(Message.text("cli.study.nearlyAll", epoch)));
        if (summary.diverged().count() > 0) {
            lines.add(share(Message.text("cli.study.diverged"), summary.diverged()));
        }
        double loss = summary.atEnd(end -> end.loss()).median();
        double margin = summary.atEnd(end -> end.margin()).median();
        lines.add(Message.text(
                "cli.study.loss",
                NumberText.inLine(loss),
                NumberText.inLine(summary.cell().floor()),
                summary.cell().experiment().task().judge().floorName()));
        if (!Double.isNaN(margin)) {
            lines.add(Message.text("cli.study.margin", NumberText.inLine(margin)));
        }
        ForecastErrors.of(summary).ifPresent(errors -> addErrors(errors, lines));
    }

    private static void addErrors(ForecastErrors errors, List<String> lines) {
        lines.add(Message.text(
                "cli.study.errors",
                errors.unit(),
                NumberText.inLine(errors.mean()),
                NumberText.inLine(errors.mean() - errors.half()),
                NumberText.inLine(errors.mean() + errors.half()),
                NumberText.inLine(errors.deviation()),
                NumberText.inLine(errors.least()),
                NumberText.inLine(errors.most())));
        errors.floors()
                .forEach(floor -> lines.add(Message.text(
                        "cli.study.underFloor",
                        floor.name(),
                        NumberText.inLine(floor.error()),
                        floor.under(),
                        floor.runs())));
    }

    private static String share(String name, Share share) {
        return Message.text(
                "cli.study.ended",
                name,
                share.count(),
                share.of(),
                PERCENT * share.value(),
                PERCENT * share.low(),
                PERCENT * share.high());
    }

    static String progress(StudyProgress progress) {
        String runs = Message.text("cli.study.progress", progress.finished(), progress.runs());
        Optional<Duration> left = progress.timeLeft();
        return left.isEmpty()
                ? runs
                : runs
                        + Message.text(
                                "cli.study.timeLeft",
                                left.get().toSeconds() / SECONDS_PER_MINUTE,
                                left.get().toSeconds() % SECONDS_PER_MINUTE);
    }
}
