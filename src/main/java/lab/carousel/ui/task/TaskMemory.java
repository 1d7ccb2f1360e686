package lab.carousel.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;

/**
 * What a task asks of a memory as the hyperparameters let it be fed: each step of its sequences, and all in words.
 *
 * @param known empty if nothing is
 * @param words all of it; empty if nothing is known
 */
record TaskMemory(Optional<Known> known, String words) {

    static final TaskMemory NONE = new TaskMemory(Optional.empty(), "");

    static final int MOST_SYMBOLS = 100;

    record Known(Experiment experiment, Memory memory) {}

    /** What the task of an experiment asks; nothing where sequences are drawn. Takes up to a second for the largest tasks. */
    static TaskMemory of(Experiment experiment) {
        return experiment
                .task()
                .supply()
                .typed()
                .map(typed -> new Known(experiment, experiment.memory()))
                .map(known -> new TaskMemory(Optional.of(known), words(experiment.task(), known.memory)))
                .orElse(NONE);
    }

    /** The steps of a sequence that is being typed. */
    SequenceLine line(int sequence, TypedSymbols typed) {
        return new SequenceLine(sequence, known.filter(found -> isThat(found, sequence, typed)));
    }

    private static boolean isThat(Known found, int sequence, TypedSymbols typed) {
        List<Sequence> judged = found.experiment().task().sequences();
        return sequence < judged.size() && judged.get(sequence).symbols().equals(typed.symbols());
    }

    private static String words(Task task, Memory memory) {
        List<String> words = new ArrayList<>();
        if (memory.forks() > 0) {
            Fork fork = memory.fork(memory.deepest(), MOST_SYMBOLS);
            words.add(Message.text(
                    "editor.memory.forks",
                    memory.forks(),
                    back(fork),
                    ForkWords.after(fork, task.alphabet()),
                    ForkWords.either(fork, task.alphabet())));
        }
        if (!memory.unknowable().isEmpty()) {
            UnknowableStep first = memory.unknowable().get(0);
            words.add(Message.text(
                    "editor.memory.unknowable", memory.unknowable().size(), first.sequence() + 1, first.step() + 1));
        }
        return words.isEmpty() ? Message.text("editor.memory.none") : String.join("; ", words);
    }

    private static String back(Fork fork) {
        return Message.text("verdict.back", fork.depth());
    }
}
