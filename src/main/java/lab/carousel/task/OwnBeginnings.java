package lab.carousel.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Repairs a task that leaves open what follows: each sequence gets a first symbol of its own. */
public final class OwnBeginnings {

    private static final int LETTERS = 26;

    private OwnBeginnings() {}

    /**
     * The task with a new symbol at the start of each sequence: capital letters from P on, then numbered ones.
     *
     * @return empty if it would become too large, or if it draws its sequences
     */
    public static Optional<Task> of(Task task) {
        return task.supply().typed().flatMap(OwnBeginnings::of).map(Task::new);
    }

    private static Optional<ListedSequences> of(ListedSequences task) {
        List<String> symbols = new ArrayList<>(task.alphabet().symbols());
        int sequences = task.sequences().size();
        if (symbols.size() + sequences > Alphabet.MAX_SYMBOLS || task.longestSteps() + 2 > Sequence.MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> fresh =
                names().filter(name -> !symbols.contains(name)).limit(sequences).toList();
        List<Sequence> begun = new ArrayList<>();
        for (int s = 0; s < sequences; s++) {
            begun.add(new Sequence(Stream.concat(Stream.of(fresh.get(s)), task.sequences().get(s).symbols().stream())
                    .toList()));
        }
        symbols.addAll(fresh);
        return Optional.of(new ListedSequences(new Alphabet(symbols), begun, task.sets()));
    }

    private static Stream<String> names() {
        Stream<String> letters = IntStream.range(0, LETTERS)
                .mapToObj(place -> Character.toString((char) ('A' + (place + 15) % LETTERS)));
        return Stream.concat(letters, IntStream.iterate(1, number -> number + 1).mapToObj(number -> "P" + number));
    }
}
