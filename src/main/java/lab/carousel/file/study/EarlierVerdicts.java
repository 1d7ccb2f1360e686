package lab.carousel.file.study;

import java.util.HashMap;
import java.util.Map;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Variation;
import lab.carousel.task.memory.Memory;

/**
 * Judges runs anew of which a study kept no bits. What the task asks of a memory is known; how many bits there were is
 * not, so that a run that was right keeps the verdict that its loss had.
 */
final class EarlierVerdicts {

    /** The share of the memoryless floor under which a loss at the deciding steps counted as memory. */
    private static final double SHARE_OF_FLOOR = 0.9;

    private final Map<Integer, Memory> memories = new HashMap<>();

    /** The judgement of a run of a cell. */
    Judgement judge(Variation cell, boolean isAllRight, double decidingLoss, double margin) {
        Memory memory = memories.computeIfAbsent(
                cell.number(), number -> cell.experiment().memory());
        int forks = cell.experiment().task().isDrawn() ? 1 : memory.forks();
        Verdict verdict = Verdict.NOT_YET;
        if (forks == 0) {
            verdict = memory.unknowable().isEmpty() ? Verdict.NEEDS_NO_MEMORY : Verdict.CANNOT_BE_KNOWN;
        } else if (isAllRight && margin > 0) {
            boolean isMemory = decidingLoss <= SHARE_OF_FLOOR * cell.floor().deciding();
            verdict = isMemory ? Verdict.REMEMBERS : Verdict.RIGHT_BY_LUCK;
        }
        return new Judgement(
                verdict,
                Double.NaN,
                Judgement.Distance.of(memory.deepest()),
                new Judgement.Forks(forks, verdict == Verdict.REMEMBERS ? forks : 0),
                new Judgement.Outside(0, memory.unknowable().size(), memory.best()));
    }
}
