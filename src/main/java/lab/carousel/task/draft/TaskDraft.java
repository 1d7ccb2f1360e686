package lab.carousel.task.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A task being edited: alphabet and sequences as typed, valid or not. Every change makes a new draft, which shares the
 * unchanged lines. Immutable; problems and task are computed lazily. Sequences are counted from 0.
 */
public final class TaskDraft {

    private final TypedSymbols alphabet;
    private final List<TypedSymbols> sequences;
    private @Nullable List<TaskProblem> problems;
    private @Nullable Task task;

    public TaskDraft(TypedSymbols alphabet, List<TypedSymbols> sequences) {
        this.alphabet = alphabet;
        this.sequences = List.copyOf(sequences);
    }

    /** A draft of texts, with white space between the symbols. */
    public static TaskDraft of(String alphabet, String... sequences) {
        return new TaskDraft(
                TypedSymbols.of(alphabet),
                List.of(sequences).stream().map(TypedSymbols::of).toList());
    }

    public static TaskDraft of(Task task) {
        return new TaskDraft(
                TypedSymbols.of(task.alphabet().symbols()),
                task.sequences().stream()
                        .map(sequence -> TypedSymbols.of(sequence.symbols()))
                        .toList());
    }

    public TypedSymbols alphabet() {
        return alphabet;
    }

    public List<TypedSymbols> sequences() {
        return sequences;
    }

    public List<TaskProblem> problems() {
        if (problems == null) {
            problems = new DraftCheck(this).problems();
        }
        return problems;
    }

    public Optional<TaskProblem> alphabetProblem() {
        return problemAt(TaskProblem.ALPHABET);
    }

    public Optional<TaskProblem> listProblem() {
        return problemAt(TaskProblem.LIST);
    }

    private Optional<TaskProblem> problemAt(int place) {
        return problems().stream().filter(problem -> problem.place() == place).findFirst();
    }

    public List<@Nullable TaskProblem> sequenceProblems() {
        @Nullable TaskProblem[] found = new TaskProblem[sequences.size()];
        problems().stream()
                .filter(problem -> problem.place() >= 0)
                .forEach(problem -> found[problem.place()] = problem);
        return Arrays.asList(found);
    }

    public Optional<Task> task() {
        if (task == null && problems().isEmpty()) {
            task = new Task(
                    new Alphabet(alphabet.symbols()),
                    sequences.stream()
                            .map(sequence -> new Sequence(sequence.symbols()))
                            .toList());
        }
        return Optional.ofNullable(task);
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

    /** Pastes sequences after the one at the index; an empty one there is replaced. */
    public TaskDraft paste(int index, List<TypedSymbols> pasted) {
        if (index >= 0 && index < sequences.size() && sequences.get(index).isBlank() && !pasted.isEmpty()) {
            return remove(index).insert(index, pasted);
        }
        return insert(Math.min(index + 1, sequences.size()), pasted);
    }

    public TaskDraft remove(int index) {
        return change(lines -> lines.remove(index));
    }

    public TaskDraft duplicate(int index) {
        return insert(index + 1, List.of(sequences.get(index)));
    }

    public TaskDraft moveUp(int index) {
        return index == 0 ? this : change(lines -> lines.add(index - 1, lines.remove(index)));
    }

    public TaskDraft moveDown(int index) {
        return index == sequences.size() - 1 ? this : change(lines -> lines.add(index + 1, lines.remove(index)));
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

    public TaskDraft withoutDuplicateSymbols() {
        return withAlphabet(TypedSymbols.of(List.copyOf(alphabet.firstPlaces().keySet())));
    }

    public TaskDraft withoutSymbolAt(int index) {
        List<String> symbols = new ArrayList<>(alphabet.symbols());
        symbols.remove(index);
        return withAlphabet(TypedSymbols.of(symbols));
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
        return new TaskDraft(symbols, sequences);
    }

    private TaskDraft change(Consumer<List<TypedSymbols>> change) {
        List<TypedSymbols> lines = new ArrayList<>(sequences);
        change.accept(lines);
        return new TaskDraft(alphabet, lines);
    }

    private static TypedSymbols sorted(Collection<String> symbols) {
        return TypedSymbols.of(symbols.stream().sorted(new NaturalOrder()).toList());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof TaskDraft draft
                        && alphabet.equals(draft.alphabet)
                        && sequences.equals(draft.sequences));
    }

    @Override
    public int hashCode() {
        return 31 * alphabet.hashCode() + sequences.hashCode();
    }

    @Override
    public String toString() {
        return alphabet + sequences.stream().map(line -> "\n" + line).collect(Collectors.joining());
    }

    /**
     * Natural order: numbers by value, before everything else; then texts, in which digits count as numbers too, so
     * that {@code a2} comes before {@code a10}.
     */
    static final class NaturalOrder implements Comparator<String> {

        private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,32}(\\.\\d{1,32})?");
        private static final Pattern PART = Pattern.compile("\\d+|\\D+");

        @Override
        public int compare(String left, String right) {
            boolean leftIsNumber = NUMBER.matcher(left).matches();
            boolean rightIsNumber = NUMBER.matcher(right).matches();
            int order;
            if (leftIsNumber && rightIsNumber) {
                order = new BigDecimal(left).compareTo(new BigDecimal(right));
            } else if (leftIsNumber != rightIsNumber) {
                order = leftIsNumber ? -1 : 1;
            } else {
                order = compareParts(parts(left).iterator(), parts(right).iterator());
            }
            return order == 0 ? left.compareTo(right) : order;
        }

        private static List<String> parts(String text) {
            return PART.matcher(text).results().map(MatchResult::group).toList();
        }

        private static int compareParts(Iterator<String> left, Iterator<String> right) {
            while (left.hasNext() && right.hasNext()) {
                int order = comparePart(left.next(), right.next());
                if (order != 0) {
                    return order;
                }
            }
            return Boolean.compare(left.hasNext(), right.hasNext());
        }

        private static int comparePart(String left, String right) {
            if (Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0))) {
                return new BigDecimal(left).compareTo(new BigDecimal(right));
            }
            int order = left.compareToIgnoreCase(right);
            return order == 0 ? left.compareTo(right) : order;
        }
    }
}
