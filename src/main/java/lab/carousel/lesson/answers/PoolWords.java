package lab.carousel.lesson.answers;

import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

public final class PoolWords {

    private PoolWords() {}

    /** A sentence such as: 30 students, 30 seeds: 11 of 30 right, 0 remember (95 % interval 0 to 11 %). */
    public static String of(Pool pool) {
        Share right = pool.right();
        Share remember = pool.with(Verdict.REMEMBERS);
        return Message.text(
                "answers.pool",
                pool.students(),
                pool.runs().size(),
                right.count(),
                right.of(),
                percent(right.low()),
                percent(right.high()),
                remember.count(),
                percent(remember.low()),
                percent(remember.high()));
    }

    static String percent(double share) {
        return NumberText.whole(Math.round(100 * share));
    }
}
