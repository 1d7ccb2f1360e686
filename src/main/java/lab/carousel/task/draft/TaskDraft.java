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
 * A task while it is being edited: the alphabet and the sequences as typed, valid or not. Every change makes
 * a new draft, which shares the lines that stayed the same. Nobody sees one change; problems and task are worked
 * out when they are first asked for, and would come out the same again. Sequences are counted from 0.
 */
public final class TaskDraft {

    private final TypedSymbols alphabet;
    private final List<TypedSymbols> sequences;
    private @Nullable List<TaskProblem> problems;
    private @Nullable Task task;

    /** A draft of these lines. */
    public TaskDraft(TypedSymbols alphabet, List<TypedSymbols> sequences) {
        this.alphabet = alphabet;
        this.sequences = List.copyOf(sequences);
    }

    /** A draft of these texts; symbols have white space between them. */
    public static TaskDraft of(String alphabet, String... sequences) {
        return new TaskDraft(
                TypedSymbols.of(alphabet),
                List.of(sequences).stream().map(TypedSymbols::of).toList());
    }

    /** A draft of a task. */
    public static TaskDraft of(Task task) {
        return new TaskDraft(
                TypedSymbols.of(task.alphabet().symbols()),
                task.sequences().stream()
                        .map(sequence -> TypedSymbols.of(sequence.symbols()))
                        .toList());
    }

    /** The alphabet as typed. */
    public TypedSymbols alphabet() {
        return alphabet;
    }

    /** The sequences as typed. */
    public List<TypedSymbols> sequences() {
        return sequences;
    }

    /** What keeps this draft from being a task, place by place; empty if nothing does. */
    public List<TaskProblem> problems() {
        if (problems == null) {
            problems = new DraftCheck(this).problems();
        }
        return problems;
    }

    /** The first problem of the alphabet. */
    public Optional<TaskProblem> alphabetProblem() {
        return problemAt(TaskProblem.ALPHABET);
    }

    /** The problem of the list of sequences as a whole. */
    public Optional<TaskProblem> listProblem() {
        return problemAt(TaskProblem.LIST);
    }

    private Optional<TaskProblem> problemAt(int place) {
        return problems().stream().filter(problem -> problem.place() == place).findFirst();
    }

    /** The problem of each sequence, null where there is none. */
    public List<@Nullable TaskProblem> sequenceProblems() {
        @Nullable TaskProblem[] found = new TaskProblem[sequences.size()];
        problems().stream()
                .filter(problem -> problem.place() >= 0)
                .forEach(problem -> found[problem.place()] = problem);
        return Arrays.asList(found);
    }

    /** The task, if there is no problem. */
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

    /** With another text for the alphabet. */
    public TaskDraft withAlphabet(String text) {
        return text.equals(alphabet.text()) ? this : withAlphabet(TypedSymbols.of(text));
    }

    /** With another text for a sequence. */
    public TaskDraft withSequence(int index, String text) {
        return text.equals(sequences.get(index).text())
                ? this
                : change(lines -> lines.set(index, TypedSymbols.of(text)));
    }

    /** With sequences put in before the one at the index; at the end if the index is their number. */
    public TaskDraft insert(int index, List<TypedSymbols> added) {
        return change(lines -> lines.addAll(index, added));
    }

    /** With an empty sequence before the one at the index. */
    public TaskDraft insertEmpty(int index) {
        return insert(index, List.of(TypedSymbols.of("")));
    }

    /** With pasted sequences after the one at the index; an empty one there gives way to them. */
    public TaskDraft paste(int index, List<TypedSymbols> pasted) {
        if (index >= 0 && index < sequences.size() && sequences.get(index).isBlank() && !pasted.isEmpty()) {
            return remove(index).insert(index, pasted);
        }
        return insert(Math.min(index + 1, sequences.size()), pasted);
    }

    /** Without a sequence. */
    public TaskDraft remove(int index) {
        return change(lines -> lines.remove(index));
    }

    /** With a copy of a sequence after it. */
    public TaskDraft duplicate(int index) {
        return insert(index + 1, List.of(sequences.get(index)));
    }

    /** With a sequence one place further up; the same if it is the first. */
    public TaskDraft moveUp(int index) {
        return index == 0 ? this : change(lines -> lines.add(index - 1, lines.remove(index)));
    }

    /** With a sequence one place further down; the same if it is the last. */
    public TaskDraft moveDown(int index) {
        return index == sequences.size() - 1 ? this : change(lines -> lines.add(index + 1, lines.remove(index)));
    }

    /** With the symbols that the sequences use, and no others, as the alphabet, in their natural order. */
    public TaskDraft withAlphabetFromSequences() {
        return withAlphabet(sorted(usedSymbols()));
    }

    /** With the alphabet in its natural order: numbers by value. */
    public TaskDraft withSortedAlphabet() {
        return withAlphabet(sorted(alphabet.symbols()));
    }

    /** With symbols added at the end of the alphabet. */
    public TaskDraft withMoreSymbols(Collection<String> added) {
        List<String> symbols = new ArrayList<>(alphabet.symbols());
        symbols.addAll(added);
        return withAlphabet(TypedSymbols.of(symbols));
    }

    /** With each symbol of the alphabet only where it stands first. */
    public TaskDraft withoutDuplicateSymbols() {
        return withAlphabet(TypedSymbols.of(List.copyOf(alphabet.firstPlaces().keySet())));
    }

    /** Without one symbol of the alphabet. */
    public TaskDraft withoutSymbolAt(int index) {
        List<String> symbols = new ArrayList<>(alphabet.symbols());
        symbols.remove(index);
        return withAlphabet(TypedSymbols.of(symbols));
    }

    /** Without the symbols of the alphabet that no sequence uses. */
    public TaskDraft withoutUnusedSymbols() {
        Set<String> used = usedSymbols();
        return withAlphabet(TypedSymbols.of(
                alphabet.symbols().stream().filter(used::contains).toList()));
    }

    /** The distinct symbols of the sequences that are not in the alphabet, in the order of their appearance. */
    public Set<String> missingSymbols() {
        Set<String> missing = new LinkedHashSet<>();
        sequences.forEach(sequence -> missing.addAll(sequence.missingIn(alphabet)));
        return missing;
    }

    /** The distinct symbols of the sequences. */
    Set<String> usedSymbols() {
        Set<String> used = new HashSet<>();
        sequences.forEach(sequence -> used.addAll(sequence.firstPlaces().keySet()));
        return used;
    }

    /** With another alphabet. */
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
     * The order in which a reader expects symbols: numbers by value, before everything else; then texts, in which digits
     * count as numbers too, so that {@code a2} comes before {@code a10}.
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
