package lab.carousel.ui.studies;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * An own study as it was put together.
 *
 * @param question what is asked; empty for what suits what is varied
 * @param axes     what is varied; some may be unused
 * @param random   whether variations are drawn at random
 * @param draws    how many, if they are
 */
record OwnStudyDraft(Optional<Question> question, List<AxisDraft> axes, boolean random, int draws) {

    /** Copies the axes. */
    OwnStudyDraft {
        axes = List.copyOf(axes);
    }

    /**
     * The study.
     *
     * @param base  the experiment to vary
     * @param seeds how often each variation is trained
     * @throws InvalidInput if it cannot be run
     */
    Study study(Experiment base, int seeds) {
        List<Axis> used = axes.stream()
                .filter(AxisDraft::isUsed)
                .map(axis -> axis.axis(random))
                .toList();
        boolean isSearch = random && !used.isEmpty();
        Question asked = question.orElse(suitable(base, used));
        return new Study(title(used), Message.literal(""), asked, base, used, isSearch ? draws : Study.GRID, seeds);
    }

    private static Question suitable(Experiment base, List<Axis> used) {
        if (!used.isEmpty()) {
            return Question.TUNING;
        }
        return base.task().isDrawn() ? Question.SUCCESS : Question.SEEDS;
    }

    private static Message title(List<Axis> used) {
        return used.isEmpty()
                ? Message.of("studyWindow.own.title.seeds")
                : Message.of(
                        "studyWindow.own.title",
                        used.stream()
                                .map(Axis::words)
                                .reduce((before, next) -> Message.of("studyWindow.own.title.and", before, next))
                                .orElseThrow());
    }
}
