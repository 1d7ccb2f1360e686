package lab.carousel.lesson.answers;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.Experiment;
import lab.carousel.model.Share;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** Runs of a class that differ only in their seed, each seed once; the experiment has the seed of the first. */
public record Pool(Experiment experiment, int epoch, int students, List<PooledRun> runs) {

    public Pool {
        runs = List.copyOf(runs);
    }

    /** Share of runs in which all steps are right. */
    public Share right() {
        return share(run -> run.result().right() == run.result().steps());
    }

    public Share with(Verdict verdict) {
        return share(run -> run.result().verdict() == verdict);
    }

    public int count(Check check) {
        return (int) runs.stream().filter(run -> run.check() == check).count();
    }

    private Share share(Predicate<LessonRun> what) {
        return new Share((int) runs.stream().map(PooledRun::run).filter(what).count(), runs.size());
    }

    Pool with(UnaryOperator<PooledRun> change) {
        return new Pool(experiment, epoch, students, runs.stream().map(change).toList());
    }

    /** A sentence such as: 30 students, 30 seeds: 11 of 30 right, 0 remember (95 % interval 0 to 11 %). */
    public String words() {
        Share right = right();
        Share remember = with(Verdict.REMEMBERS);
        return Message.text(
                "answers.pool",
                students,
                runs.size(),
                right.count(),
                right.of(),
                percent(right.low()),
                percent(right.high()),
                remember.count(),
                percent(remember.low()),
                percent(remember.high()));
    }

    private static String percent(double share) {
        return NumberText.whole(Math.round(100 * share));
    }
}
