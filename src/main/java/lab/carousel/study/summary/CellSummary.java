package lab.carousel.study.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Checkpoints;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.RunResult;
import lab.carousel.study.many.Variation;

/**
 * What the runs of a cell come to, at their ends and over the epochs. A run that ended early because its task was
 * solved counts at later checkpoints with its end. A run that diverged counts among all runs, but remembers nothing
 * from there on and has no loss.
 */
public record CellSummary(Variation cell, List<RunResult> runs) {

    public CellSummary {
        runs = List.copyOf(runs);
    }

    public static List<CellSummary> of(Results results) {
        // Sorted once: to go through all runs for each of thousands of cells would take minutes
        Map<Integer, List<RunResult>> byCell =
                results.finished().stream().collect(Collectors.groupingBy(RunResult::cell));
        return results.plan().cells().stream()
                .map(cell -> new CellSummary(cell, byCell.getOrDefault(cell.number(), List.of())))
                .toList();
    }

    public Checkpoints checkpoints() {
        return cell.checkpoints();
    }

    public Share share(Predicate<RunResult> isTrue) {
        return new Share((int) runs.stream().filter(isTrue).count(), runs.size());
    }

    /** Whether a run can end with a verdict: with forks it is one of three, without them one that a run has. */
    public boolean canEnd(Verdict verdict) {
        boolean hasForks =
                runs().stream().flatMap(run -> run.verdict().stream()).allMatch(Verdict::isOfForks);
        return hasForks ? verdict.isOfForks() : ended(verdict).count() > 0;
    }

    public Share ended(Verdict verdict) {
        return share(run -> run.ended(verdict));
    }

    /** The share with all steps right in the end, remembering or not. */
    public Share allRight() {
        return share(run -> !run.isDiverged()
                && run.end().map(end -> end.right() == end.steps()).orElse(false));
    }

    public Share diverged() {
        return share(RunResult::isDiverged);
    }

    public Share solved() {
        return share(RunResult::isSolved);
    }

    public Share at(int point, Verdict verdict) {
        return share(run -> verdict(run, point).map(verdict::equals).orElse(false));
    }

    private static Optional<Verdict> verdict(RunResult run, int point) {
        if (point < run.course().size()) {
            return Optional.of(run.course().verdict(point));
        }
        return run.isDiverged() ? Optional.empty() : run.verdict();
    }

    /** Median and band of a number of each run; NaN where it has none. */
    private Quantiles ofRuns(ToDoubleFunction<RunResult> number) {
        // A loop: this is asked for at each of hundreds of checkpoints
        double[] found = new double[runs.size()];
        int count = 0;
        for (RunResult run : runs) {
            double value = number.applyAsDouble(run);
            if (!Double.isNaN(value)) {
                found[count++] = value;
            }
        }
        return Quantiles.of(Arrays.copyOf(found, count));
    }

    public Quantiles loss(int point) {
        return ofRuns(run -> point < run.course().size() ? run.course().loss(point) : atEnd(run, Evaluation::loss));
    }

    /** Median and band of the separation at a checkpoint; {@code -1}: of the untrained networks. */
    public Quantiles separation(int point) {
        return ofRuns(run -> {
            if (point >= run.course().size()) {
                return atEnd(run, Evaluation::separation);
            }
            return point < 0 ? run.course().separationBefore() : run.course().separation(point);
        });
    }

    private static double atEnd(RunResult run, ToDoubleFunction<Evaluation> value) {
        return run.isDiverged() || run.end().isEmpty()
                ? Double.NaN
                : value.applyAsDouble(run.end().get());
    }

    /** Median and band of something at the ends of the runs that did not diverge. */
    public Quantiles atEnd(ToDoubleFunction<Evaluation> value) {
        return ofRuns(run -> atEnd(run, value));
    }

    /** Median and band of the epochs at which runs first remembered, among those that did. */
    public Quantiles firstRemembered() {
        return Quantiles.of(runs.stream()
                .flatMapToInt(run -> run.firstRemembered().stream())
                .asDoubleStream()
                .toArray());
    }

    /** Median and band of the sequences until a drawn task was solved, among the runs that solved it. */
    public Quantiles sequencesToSolve() {
        return Quantiles.of(runs.stream()
                .flatMapToLong(run -> run.sequencesToSolve().stream())
                .asDoubleStream()
                .toArray());
    }

    /** Of the sequences that a network passed in a row at the end. */
    public Quantiles inARow() {
        return Quantiles.of(runs.stream().mapToDouble(RunResult::inARow).toArray());
    }

    /** The first checkpoint epoch from which on at least such a share of the runs always remembers; empty if none. */
    public OptionalInt epochsUntil(double share) {
        OptionalInt first = OptionalInt.empty();
        for (int point = checkpoints().size() - 1; point >= 0 && !runs.isEmpty(); point--) {
            if (at(point, Verdict.REMEMBERS).value() < share) {
                return first;
            }
            first = OptionalInt.of(checkpoints().epoch(point));
        }
        return first;
    }
}
