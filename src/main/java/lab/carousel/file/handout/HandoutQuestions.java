package lab.carousel.file.handout;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;

/** General questions that fit a run, whatever the lesson was. */
final class HandoutQuestions {

    private final Snapshot snapshot;

    HandoutQuestions(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The questions of a lesson, and then the general ones. */
    List<String> after(List<String> ofLesson) {
        List<String> questions = new ArrayList<>(ofLesson);
        boolean needsMemory = snapshot.evaluation().decidingSteps() > 0;
        if (needsMemory) {
            questions.add(Message.text("handout.question.deciding"));
            questions.add(Message.text(
                    "handout.question.floor", NumberText.loss(snapshot.floor().mean())));
        }
        questions.add(Message.text(
                "handout.question.verdict",
                VerdictWords.of(snapshot.evaluation()).headline()));
        if (needsMemory && snapshot.experiment().task().listedSequences() > 1) {
            questions.add(Message.text("handout.question.unit"));
        }
        boolean isWhole =
                snapshot.experiment().hyperparameters().updateInterval().isWholeSequence();
        questions.add(Message.text(isWhole ? "handout.question.oneStep" : "handout.question.whole"));
        questions.add(Message.text("handout.question.seed"));
        return List.copyOf(questions);
    }
}
