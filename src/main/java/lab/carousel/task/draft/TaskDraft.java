package lab.carousel.task.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;

/**
 * A task being edited: alphabet and sequences as typed, valid or not. Every change makes a new draft, which shares the
 * unchanged lines. Sequences are counted from 0.
 *
 * @param sets whether every symbol that may follow counts
 */
public record TaskDraft(TypedSymbols alphabet, List<TypedSymbols> sequences, boolean sets) {

    /**
     * Natural order: numbers by value, before everything else; then texts, in which digits count as numbers too, so that
     * {@code a2} comes before {@code a10}.
     */
    private static final Comparator<String> NATURAL_ORDER = Comparator.comparing((String symbol) -> !isNumber(symbol))
            .thenComparing((left, right) -> Arrays.compare(parts(left), parts(right), TaskDraft::comparePart))
            .thenComparing(Comparator.naturalOrder());

    public TaskDraft {
        sequences = List.copyOf(sequences);
    }

    /** A draft of texts, with white space between the symbols. */
    public static TaskDraft of(String alphabet, String... sequences) {
        return new TaskDraft(
                TypedSymbols.of(alphabet),
                List.of(sequences).stream().map(TypedSymbols::of).toList(),
                false);
    }

    public static TaskDraft of(Task task) {
        return new TaskDraft(
                TypedSymbols.of(task.alphabet().symbols()),
                task.sequences().stream()
                        .map(sequence -> TypedSymbols.of(sequence.symbols()))
                        .toList(),
                task.sets());
    }

    /** The first problem of each place that has one, those of the alphabet and the list first. */
    public Map<Integer, TaskProblem> problems() {
        return new DraftCheck(this).problems();
    }

    /** Empty while there is a problem. */
    public Optional<Task> task() {
        return problems().isEmpty()
                ? Optional.of(new Task(new ListedSequences(
                        new Alphabet(alphabet.symbols()),
                        sequences.stream()
                                .map(sequence -> new Sequence(sequence.symbols()))
                                .toList(),
                        sets)))
                : Optional.empty();
    }

    public TaskDraft withSets(boolean now) {
        return new TaskDraft(alphabet, sequences, now);
    }

    public TaskDraft withAlphabet(String text) {
        return text.equals(alphabet.text()) ? this : withAlphabet(TypedSymbols.of(text));
    }

    public TaskDraft withSequence(int index, String text) {
        return text.equals(sequences.get(index).text())
                ? this
                : change(lines -> lines.set(index, TypedSymbols.of(text)));
    }

    public TaskDraft insert(int index, List<TypedSymbols> added) {
        return change(lines -> lines.addAll(index, added));
    }

    public TaskDraft insertEmpty(int index) {
        return insert(index, List.of(TypedSymbols.of("")));
    }

    /** Pastes sequences after the one at the index, with the alphabet that they need; an empty one there is replaced. */
    public TaskDraft paste(int index, List<TypedSymbols> pasted) {
        boolean isReplaced =
                index >= 0 && index < sequences.size() && sequences.get(index).isBlank() && !pasted.isEmpty();
        return (isReplaced
                        ? remove(index).insert(index, pasted)
                        : insert(Math.min(index + 1, sequences.size()), pasted))
                .withNeededSymbols();
    }

    public TaskDraft remove(int index) {
        return change(lines -> lines.remove(index));
    }

    public TaskDraft duplicate(int index) {
        return insert(index + 1, List.of(sequences.get(index)));
    }

    /** The same if there is no such place. */
    public TaskDraft move(int index, int to) {
        return to < 0 || to >= sequences.size() ? this : change(lines -> lines.add(to, lines.remove(index)));
    }

    /** Sets the alphabet to the symbols of the sequences, in natural order. */
    public TaskDraft withAlphabetFromSequences() {
        return withAlphabet(sorted(usedSymbols()));
    }

    public TaskDraft withSortedAlphabet() {
        return withAlphabet(sorted(alphabet.symbols()));
    }

    public TaskDraft withMoreSymbols(Collection<String> added) {
        List<String> symbols = new ArrayList<>(alphabet.symbols());
        symbols.addAll(added);
        return withAlphabet(TypedSymbols.of(symbols));
    }

    /**
     * The alphabet with what the sequences lack, and without what none uses. The same if they lack nothing, or too much, or one is a
     * single word, which is to be split first.
     */
    TaskDraft withNeededSymbols() {
        Set<String> missing = missingSymbols();
        TaskDraft changed = withMoreSymbols(missing).withoutUnusedSymbols();
        boolean isNeeded = !missing.isEmpty()
                && changed.alphabet.size() <= Alphabet.MAX_SYMBOLS
                && sequences.stream().noneMatch(line -> line.size() == 1);
        return isNeeded ? changed : this;
    }

    public TaskDraft withoutDuplicateSymbols() {
        return withAlphabet(TypedSymbols.of(List.copyOf(alphabet.firstPlaces().keySet())));
    }

    public TaskDraft withoutUnusedSymbols() {
        Set<String> used = usedSymbols();
        return withAlphabet(TypedSymbols.of(
                alphabet.symbols().stream().filter(used::contains).toList()));
    }

    public Set<String> missingSymbols() {
        Set<String> missing = new LinkedHashSet<>();
        sequences.forEach(sequence -> missing.addAll(sequence.missingIn(alphabet)));
        return missing;
    }

    Set<String> usedSymbols() {
        Set<String> used = new HashSet<>();
        sequences.forEach(sequence -> used.addAll(sequence.firstPlaces().keySet()));
        return used;
    }

    TaskDraft withAlphabet(TypedSymbols symbols) {
        return new TaskDraft(symbols, sequences, sets);
    }

    private TaskDraft change(Consumer<List<TypedSymbols>> change) {
        List<TypedSymbols> lines = new ArrayList<>(sequences);
        change.accept(lines);
        return new TaskDraft(alphabet, lines, sets);
    }

    private static TypedSymbols sorted(Collection<String> symbols) {
        return TypedSymbols.of(symbols.stream().sorted(NATURAL_ORDER).toList());
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,32}(\\.\\d{1,32})?");
    }

    /** A number is one part; a text is parted between digits and all else. */
    private static String[] parts(String symbol) {
        return isNumber(symbol) ? new String[] {symbol} : symbol.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    }

    private static int comparePart(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        }
        int order = left.compareToIgnoreCase(right);
        return order == 0 ? left.compareTo(right) : order;
    }
}
