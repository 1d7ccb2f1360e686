package lab.carousel.file.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonResult;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.RejectedFile;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.FileNumber;
import lab.carousel.text.Table;
import lab.carousel.text.Words;

/**
 * Answers of a class as CSV: a row for each student and step, for each seed of each set-up, and for each file with a
 * remark.
 */
public final class AnswersCsv {

    private static final Words<Verdict> VERDICTS = Words.of(Verdict.class);
    private static final Words<Check> CHECKS = Words.of(Check.class);

    private AnswersCsv() {}

    private record Answer(AnswerSheet sheet, StepAnswers given) {

        private String observed(Function<Observed, String> words) {
            return given.observed().stream()
                    .map(seen -> seen.map(words).orElse("none"))
                    .collect(Collectors.joining(" "));
        }

        /** What was seen: a number, or the place of a choice, from 1 as everywhere. */
        private String seen(Optional<LessonStep> step) {
            return IntStream.range(0, given.observed().size())
                    .mapToObj(number -> given.observed()
                            .get(number)
                            .map(seen -> isChoice(step, number)
                                    ? Integer.toString((int) seen.answer() + 1)
                                    : FileNumber.text(seen.answer()))
                            .orElse("none"))
                    .collect(Collectors.joining(" "));
        }

        private static boolean isChoice(Optional<LessonStep> step, int number) {
            return step.map(it -> it.after().observations())
                    .filter(all ->
                            number < all.size() && !all.get(number).choices().isEmpty())
                    .isPresent();
        }

        private Optional<Long> known() {
            return Optional.of(given.known()).filter(cards -> !cards.isEmpty()).map(cards -> cards.stream()
                    .filter(Optional.of(true)::equals)
                    .count());
        }
    }

    /** A seed of a set-up, which is counted from 1. */
    private record SeedRun(int setUp, PooledRun pooled) {

        private LessonResult result() {
            return pooled.run().result();
        }
    }

    private record Row(
            String kind, String file, String step, Optional<Answer> answer, Optional<SeedRun> run, String remark) {

        static Row of(String kind, RejectedFile about) {
            return new Row(kind, about.file(), "", Optional.empty(), Optional.empty(), about.reason());
        }

        static Row of(int setUp, PooledRun pooled) {
            return new Row(
                    "run",
                    String.join(" ", pooled.files()),
                    pooled.run().step(),
                    Optional.empty(),
                    Optional.of(new SeedRun(setUp, pooled)),
                    pooled.agreed() ? "" : "the same seed came with different verdicts");
        }
    }

    /** @param lessons which tell where a number is the place of a choice */
    public static String of(ClassAnswers answers, List<Lesson> lessons) {
        List<Row> rows = new ArrayList<>();
        for (Submission handed : answers.students()) {
            handed.sheet().answers().forEach((step, given) -> {
                Answer answer = new Answer(handed.sheet(), given);
                rows.add(new Row("answer", handed.file(), step, Optional.of(answer), Optional.empty(), ""));
            });
        }
        for (int setUp = 0; setUp < answers.pools().size(); setUp++) {
            int number = setUp + 1;
            answers.pools().get(setUp).runs().forEach(run -> rows.add(Row.of(number, run)));
        }
        answers.remarks().forEach(remark -> rows.add(Row.of("remark", remark)));
        answers.left().forEach(left -> rows.add(Row.of("left out", left)));
        return Table.of(rows)
                .column("kind", Row::kind)
                .column("file", Row::file)
                .column("student", row -> row.answer.map(it -> it.sheet.from().student()))
                .column("lesson", row -> row.answer.map(it -> it.sheet.lesson().name()))
                .column(
                        "lesson version",
                        row -> row.answer.map(it -> it.sheet.lesson().version()))
                .column("step", Row::step)
                .column(
                        "before",
                        row -> row.answer.flatMap(it -> it.given.before()).map(AnswersCsv::hands))
                .column("committed", row -> row.answer
                        .filter(it -> it.given.before().isPresent())
                        .map(it -> it.given.isCommitted() ? "yes" : "no"))
                .column(
                        "again",
                        row -> row.answer.map(it ->
                                it.given.again().stream().map(AnswersCsv::hands).collect(Collectors.joining("; "))))
                .column("late", row -> row.answer.map(it -> it.given.isLate() ? "yes" : "no"))
                .column(
                        "after",
                        row -> row.answer.flatMap(it -> it.given.after()).map(AnswersCsv::hands))
                .column("reason", row -> row.answer.map(it -> it.given.reason()))
                .column("observed", row -> row.answer.map(it -> it.seen(step(lessons, it.sheet.lesson(), row.step))))
                .column(
                        "agrees",
                        row -> row.answer.map(it -> it.observed(seen ->
                                seen.agrees().map(right -> right ? "yes" : "no").orElse("unjudged"))))
                .column("cards known", row -> row.answer.flatMap(Answer::known))
                .column("set-up", row -> row.run.map(SeedRun::setUp))
                .column("seed", row -> row.run.map(it -> it.pooled.seed()))
                .column("epochs", row -> row.run.map(it -> it.pooled.run().epoch()))
                .column(
                        "verdict",
                        row -> row.run.map(it -> VERDICTS.word(it.result().verdict())))
                .column("check", row -> row.run.map(it -> CHECKS.word(it.pooled.check())))
                .column("right", row -> row.run.map(it -> it.result().right()))
                .column("steps", row -> row.run.map(it -> it.result().steps()))
                .column("bits", row -> row.run.map(it -> it.result().bits()))
                .column("loss", row -> row.run.map(it -> it.result().loss()))
                .column("remark", Row::remark)
                .csv();
    }

    private static Optional<LessonStep> step(List<Lesson> lessons, LessonAnswers asked, String id) {
        return lessons.stream()
                .filter(lesson -> AnswerSheet.shortName(lesson.name()).equals(asked.name())
                        && lesson.version().equals(asked.version()))
                .flatMap(lesson -> lesson.steps().stream())
                .filter(step -> step.id().equals(id))
                .findFirst();
    }

    /** Choice of a single student, from 1; hands for each choice of several. */
    private static String hands(Tally tally) {
        return switch (tally.total()) {
            case 0 -> "";
            case 1 -> Integer.toString(tally.hands().indexOf(1) + 1);
            default -> tally.hands().stream().map(String::valueOf).collect(Collectors.joining(" "));
        };
    }
}
