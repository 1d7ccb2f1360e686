package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.task.memory.Chains;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.Merges;

/**
 * How the worst pair of each fork of an epoch is found without looking at all pairs: what counts of many steps with one
 * target is only, for each other target, by how much the net input of their own is larger at the worst of them. Follows
 * {@link Merges}. Immutable.
 *
 * <p>Rows of different last symbols never meet, so that they can be searched in parts if all together would take too much
 * memory.
 */
final class PairSearch {

    /** How many differences are kept at a time: 128 MB. */
    private static final int MOST_KEPT = 16_000_000;

    /** So many steps take so long that it is worth a second thread. */
    private static final int MANY = 2_000;

    private static final int STEPS_PER_TARGET = 4;

    private final int mostKept;
    private final Merges merges;
    private final Chains chains;
    private final int[] number;
    /** For each row the numbers, in the order in which they are fed, of its steps: they begin where that of the row says. */
    private final int[] steps;

    private final int[] firstStep;
    /** The meetings of each group likewise. */
    private final int[] meetings;

    private final int[] firstMeeting;
    /** For each group, its first row and where the differences of that begin; and behind the last group. */
    private final int[] beginOfGroup;

    private final long[] first;

    /**
     * Of each group its targets; all symbols where they are nearly all, because then their net inputs need not be picked out
     * one by one.
     */
    private final int[][] targets;

    /**
     * A search in an epoch.
     *
     * @param outputs how many outputs the networks have
     */
    PairSearch(Memory memory, int epoch, int outputs) {
        this(memory, epoch, outputs, MOST_KEPT);
    }

    /** The same with another number of differences that are kept at a time, for tests. */
    PairSearch(Memory memory, int epoch, int outputs, int mostKept) {
        this.mostKept = mostKept;
        EpochMemory judged = memory.epochs().get(epoch);
        this.merges = judged.merges();
        this.chains = new Chains(merges);
        this.number = new int[judged.forks()];
        Arrays.setAll(number, fork -> memory.number(epoch, fork));
        int[] all = IntStream.range(0, outputs).toArray();
        this.targets = Arrays.stream(merges.targets())
                .map(few -> few.length * 2 >= outputs ? all : few)
                .toArray(int[][]::new);
        int rows = rows();
        this.beginOfGroup = new int[targets.length + 1];
        for (int row = 0; row < rows; row++) {
            beginOfGroup[merges.groups()[row] + 1] = row + 1;
        }
        this.first = new long[targets.length + 1];
        for (int group = 0; group < targets.length; group++) {
            int count = beginOfGroup[group + 1] - beginOfGroup[group];
            first[group + 1] = first[group] + (long) count * targets[group].length;
        }
        int[] rowsFed = judged.rowsFed();
        this.firstStep = Kinds.begins(rowsFed, rows);
        this.steps = Kinds.sorted(rowsFed, firstStep);
        int[] groupsMet = IntStream.range(0, chains.meetings())
                .map(meeting -> merges.groups()[chains.larger(meeting)])
                .toArray();
        this.firstMeeting = Kinds.begins(groupsMet, targets.length);
        this.meetings = Kinds.sorted(groupsMet, firstMeeting);
    }

    /** The row after the last of a part that begins with a row: groups are never torn apart. */
    int endOfPart(int row) {
        int end = row;
        while (end < rows()) {
            int group = endOfGroup(end);
            if (end > row && first(group) - first(row) > mostKept) {
                break;
            }
            end = group;
        }
        return end;
    }

    /** The row after the last of the group of a row. */
    int endOfGroup(int row) {
        return beginOfGroup[merges.groups()[row] + 1];
    }

    /** Whether two rows may meet. */
    boolean isSameGroup(int row, int other) {
        return merges.groups()[row] == merges.groups()[other];
    }

    /** How many rows there are. */
    int rows() {
        return merges.rowTargets().length;
    }

    /** How many steps its rows have. */
    int steps() {
        return steps.length;
    }

    /** The chains that meet. */
    Chains chains() {
        return chains;
    }

    /** Among all forks, the number of the one at which two chains meet. */
    int fork(int meeting) {
        return number[chains.fork(meeting)];
    }

    /** The meetings of the rows of whole groups. */
    int[] meetings(int from, int to) {
        return from == to
                ? new int[0]
                : Arrays.copyOfRange(
                        meetings, firstMeeting[merges.groups()[from]], firstMeeting[merges.groups()[to - 1] + 1]);
    }

    /** The place of the first step of a row among the steps of all rows; the others follow, and then those of the next row. */
    int firstStep(int row) {
        return firstStep[row];
    }

    /** The number of the step at a place, in the order in which they are fed. */
    int step(int place) {
        return steps[place];
    }

    /** The target of a row. */
    int target(int row) {
        return merges.rowTargets()[row];
    }

    /** A plan of what {@link TargetPairs} finds out in the same epoch; empty where there are too many targets. */
    Optional<TargetPlan> plan(EpochMemory epoch) {
        return TargetPlan.of(epoch, chains, targets);
    }

    /** The targets that the differences of a row are about. */
    int[] targets(int row) {
        return targets[merges.groups()[row]];
    }

    /** The place of the target of a row among them. */
    int place(int row) {
        int[] own = targets(row);
        return own.length > target(row) && own[target(row)] == target(row)
                ? target(row)
                : Arrays.binarySearch(own, target(row));
    }

    /** Where the differences of a row begin among those of the rows from another one on. */
    int at(int row, int from) {
        return (int) (first(row) - first(from));
    }

    private long first(int row) {
        if (row == rows()) {
            return first[targets.length];
        }
        int group = merges.groups()[row];
        return first[group] + (long) (row - beginOfGroup[group]) * targets[group].length;
    }

    /**
     * Finds the worst pairs of all groups; the steps have been told before.
     *
     * @param kept the steps in the order in which they are fed
     */
    void search(ForkFindings findings, RowAnswers answers, KeptSteps kept) {
        int parts =
                findings.tellsAll() && steps() >= MANY ? Runtime.getRuntime().availableProcessors() : 1;
        if (parts > 1) {
            // No two groups have a fork in common, so that the order does not matter
            IntStream.range(0, parts)
                    .parallel()
                    .forEach(part -> searchPart(findings, answers, kept.forAnotherThread(), part, parts));
        } else if (findings.tellsAll()) {
            searchPart(findings, answers, kept, 0, 1);
        } else {
            searchWorst(findings, answers, kept);
        }
    }

    /** Tells each fork of some groups. */
    private void searchPart(ForkFindings findings, RowAnswers answers, KeptSteps kept, int part, int parts) {
        double[] room = {};
        PairScreen screen = new PairScreen(kept);
        int group = 0;
        for (int from = 0; from < rows(); from = endOfGroup(from)) {
            int to = endOfGroup(from);
            boolean isOwn = group++ % parts == part;
            if (isOwn && kept.isHidden() && areFew(from, to)) {
                new ScreenedRows(this, from, to, answers, kept, screen).search(findings, to);
            } else if (isOwn) {
                room = new RowDifferences(this, from, to, answers).search(findings, kept, room);
            }
        }
    }

    /** Whether rows have so few steps, for as many targets, that it takes less to let the steps meet than the rows. */
    private boolean areFew(int from, int to) {
        return firstStep[to] - firstStep[from] <= STEPS_PER_TARGET * targets(from).length;
    }

    private void searchWorst(ForkFindings findings, RowAnswers answers, KeptSteps kept) {
        List<RowDifferences> groups = new ArrayList<>();
        for (int from = 0; from < rows(); from = endOfGroup(from)) {
            groups.add(new RowDifferences(this, from, endOfGroup(from), answers));
        }
        // Worst first: there is little to be done for the others then
        groups.sort(Comparator.comparingDouble(RowDifferences::mostLosses).reversed());
        double[] room = {};
        for (RowDifferences group : groups) {
            room = group.search(findings, kept, room);
        }
    }
}
