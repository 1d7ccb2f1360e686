package lab.carousel.ui.task;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.UnknowableStep;
import lab.carousel.text.Message;

/** What a task asks of a memory, in words: what must be remembered, how far back, and what cannot be known. */
final class MemoryWords {

    private static final int MOST_SYMBOLS = 100;

    private MemoryWords() {}

    /** The words. */
    static String of(Task task, Memory memory) {
        List<String> words = new ArrayList<>();
        if (memory.forks() > 0) {
            words.add(forks(task, memory));
        }
        if (!memory.unknowable().isEmpty()) {
            UnknowableStep first = memory.unknowable().get(0);
            words.add(Message.text(
                    "editor.memory.unknowable", memory.unknowable().size(), first.sequence() + 1, first.step() + 1));
        }
        return words.isEmpty() ? Message.text("editor.memory.none") : String.join("; ", words);
    }

    private static String forks(Task task, Memory memory) {
        int deepest = 0;
        for (int fork = 1; fork < memory.forks(); fork++) {
            deepest = memory.depth(fork) > memory.depth(deepest) ? fork : deepest;
        }
        Fork fork = memory.fork(deepest, MOST_SYMBOLS);
        return Message.text(
                "editor.memory.forks",
                memory.forks(),
                Message.text("verdict.back", memory.depth(deepest)),
                ForkWords.after(fork, task.alphabet()),
                ForkWords.targets(fork, task.alphabet()));
    }
}
