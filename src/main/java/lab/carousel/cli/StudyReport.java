package lab.carousel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Report of a study as lines of text, with a paragraph for each cell. */
final class StudyReport {

    /** Share of runs that counts as enough. */
    private static final double NEARLY_ALL = 0.95;

    private static final int PERCENT = 100;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Results results;

    StudyReport(Results results) {
        this.results = results;
    }

    List<String> lines() {
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
        boolean drawn = summary.cell().experiment().task().isDrawn();
        if (drawn) {
            lines.add(share("cli.study.solved", summary.solved()));
            double median = summary.sequencesToSolve().median();
            if (!Double.isNaN(median)) {
                lines.add(Message.text("cli.study.sequences", NumberText.inLine(median)));
            }
        } else {
            addWithoutForks(summary, lines);
            lines.add(share("cli.study.remember", summary.ended(Verdict.REMEMBERS)));
            lines.add(share("cli.study.luck", summary.ended(Verdict.RIGHT_BY_LUCK)));
            lines.add(share("cli.study.notYet", summary.ended(Verdict.NOT_YET)));
        }
        summary.epochsUntil(NEARLY_ALL).ifPresent(epoch -> lines.add(Message.text("cli.study.nearlyAll", epoch)));
        if (summary.diverged().count() > 0) {
            lines.add(share("cli.study.diverged", summary.diverged()));
        }
        double loss = summary.atEnd(end -> end.loss()).median();
        double margin = summary.atEnd(end -> end.margin()).median();
        lines.add(Message.text(
                "cli.study.loss",
                NumberText.inLine(loss),
                NumberText.inLine(summary.cell().floor().mean())));
        if (!Double.isNaN(margin)) {
            lines.add(Message.text("cli.study.margin", NumberText.inLine(margin)));
        }
    }

    private static void addWithoutForks(CellSummary summary, List<String> lines) {
        if (summary.ended(Verdict.NEEDS_NO_MEMORY).count() > 0) {
            lines.add(share("cli.study.needsNoMemory", summary.ended(Verdict.NEEDS_NO_MEMORY)));
        }
        if (summary.ended(Verdict.CANNOT_BE_KNOWN).count() > 0) {
            lines.add(share("cli.study.cannotBeKnown", summary.ended(Verdict.CANNOT_BE_KNOWN)));
        }
    }

    private static String share(String key, Share share) {
        return Message.text(
                key, share.count(), share.of(), PERCENT * share.value(), PERCENT * share.low(), PERCENT * share.high());
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
