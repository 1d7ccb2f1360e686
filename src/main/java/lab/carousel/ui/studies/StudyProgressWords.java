package lab.carousel.ui.studies;

import java.time.Duration;
import lab.carousel.study.many.StudyProgress;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** How far a study is, in words. */
final class StudyProgressWords {

    private static final int SECOND = 1_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    /** From here on seconds say nothing. */
    private static final int LONG = 300;

    private StudyProgressWords() {}

    /** A line: how many runs have ended, and how long it will still take or how it ended. */
    static String of(StudyProgress progress) {
        String finished = NumberText.whole(progress.finished());
        String runs = NumberText.whole(progress.runs());
        String words =
                switch (progress.state()) {
                    case RUNNING ->
                        Message.text("studyWindow.progress.running", finished, runs)
                                + progress.timeLeft()
                                        .map(StudyProgressWords::left)
                                        .orElse("");
                    case DONE -> Message.text("studyWindow.progress.done", runs);
                    case CANCELLED -> Message.text("studyWindow.progress.cancelled", finished, runs);
                    case FAILED -> Message.text("studyWindow.progress.failed", finished, runs);
                };
        return progress.diverged() == 0
                ? words
                : words + Message.text("studyWindow.progress.diverged", NumberText.whole(progress.diverged()));
    }

    /** The share of the runs that has ended, from 0 to 1. */
    static double share(StudyProgress progress) {
        return (double) progress.finished() / progress.runs();
    }

    private static String left(Duration left) {
        long seconds = (left.toMillis() + SECOND - 1) / SECOND;
        if (seconds < MINUTE) {
            return Message.text("studyWindow.progress.seconds", seconds);
        }
        if (seconds < LONG) {
            return Message.text("studyWindow.progress.minutes", seconds / MINUTE, seconds % MINUTE);
        }
        if (seconds < HOUR) {
            return Message.text("studyWindow.progress.wholeMinutes", (seconds + MINUTE - 1) / MINUTE);
        }
        return Message.text("studyWindow.progress.hours", seconds / HOUR, seconds % HOUR / MINUTE);
    }
}
