package lab.carousel.task;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned: steps to be fed and what is wanted at them, from a supply of sequences, and how the answers are judged.
 * Immutable; equal ones supply and judge the same.
 */
public final class Task {

    private final Supply supply;
    private final Judge judge;
    /** Null until somebody asks. */
    private volatile @Nullable List<Steps> shown;

    private volatile @Nullable List<Sequence> sequences;

    public Task(Supply supply, Judge judge) {
        this.supply = supply;
        this.judge = judge;
    }

    public Task(ListedSequences listed) {
        this(listed, listed);
    }

    /** @throws lab.carousel.text.InvalidInput if there are none or too many, or one has a symbol that is not in the alphabet */
    public Task(Alphabet alphabet, List<Sequence> sequences) {
        this(new ListedSequences(alphabet, sequences, false));
    }

    public static Task drawn(DrawnTask drawn) {
        return new Task(drawn, drawn);
    }

    /** A task over the given alphabet; both written with blanks between the symbols. */
    public static Task parse(String alphabet, String... sequences) {
        return new Task(
                new Alphabet(Sequence.symbolsIn(alphabet)),
                Arrays.stream(sequences).map(Sequence::parse).toList());
    }

    /** The reference task, that of the tutorial: {@code 3 0 1 2 3} against {@code 4 0 1 2 4}. */
    public static Task reference() {
        return parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
    }

    public Supply supply() {
        return supply;
    }

    public Judge judge() {
        return judge;
    }

    public Alphabet alphabet() {
        return supply.alphabet();
    }

    public int inputs() {
        return supply.inputs();
    }

    public int outputs() {
        return supply.outputs();
    }

    public TargetKind targets() {
        return supply.targets();
    }

    /** The sequences to look at, as people read them. */
    public List<Sequence> sequences() {
        List<Sequence> known = sequences;
        if (known == null) {
            known = supply.typed().map(ListedSequences::sequences).orElseGet(() -> shown().stream()
                    .map(steps -> steps.text(supply))
                    .toList());
            sequences = known;
        }
        return known;
    }

    private List<Steps> shown() {
        List<Steps> known = shown;
        if (known == null) {
            known = supply.shown();
            shown = known;
        }
        return known;
    }

    /** The steps of each sequence to look at, all of them scored. A new array. */
    public Steps[] encoded() {
        return shown().toArray(Steps[]::new);
    }

    /** A step of those; the sequence is counted from 0, the step from 1. */
    public Step step(int sequence, int number) {
        return shown().get(sequence).step(sequence, number - 1);
    }

    /** Steps of all sequences to look at. */
    public int steps() {
        return sequences().stream().mapToInt(Sequence::steps).sum();
    }

    /** How many sequences every epoch feeds, each in turn; 0 if they are drawn. */
    public int listedSequences() {
        return (int) supply.listed().count();
    }

    /** Indices into the alphabet of the symbols of each sequence: {@code [sequence][symbol]}. A new array. */
    public int[][] indices() {
        return alphabet().indices(sequences());
    }

    /** The same of the sequences that are all there are; none where others are drawn. */
    public int[][] whole() {
        return judge.drawsTests() || targets() == TargetKind.NUMBERS ? new int[0][] : indices();
    }

    /** The same where every symbol that may follow counts, or only the one that does. */
    public Task withSets(boolean now) {
        return supply.withSets(this, now);
    }

    /** Whether every symbol that may follow counts by choice. */
    public boolean sets() {
        return supply.typed().filter(ListedSequences::sets).isPresent();
    }

    /** Then whoever compares the supplies has compared the judges, too. */
    private boolean isOwnJudge() {
        return judge == supply;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Task that
                        && supply.equals(that.supply)
                        && ((isOwnJudge() && that.isOwnJudge()) || judge.equals(that.judge)));
    }

    @Override
    public int hashCode() {
        return supply.hashCode();
    }

    @Override
    public String toString() {
        return supply.toString();
    }
}
