package lab.carousel.file.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.Check;
import lab.carousel.lesson.answers.ClassAnswers;
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

    private static final List<String> NAMES = List.of(
            "kind",
            "file",
            "student",
            "lesson",
            "lesson version",
            "step",
            "before",
            "after",
            "reason",
            "observed",
            "agrees",
            "cards known",
            "set-up",
            "seed",
            "epochs",
            "verdict",
            "check",
            "right",
            "steps",
            "bits",
            "loss",
            "remark");
    private static final Words<Verdict> VERDICTS = Words.of(Verdict.class);
    private static final Words<Check> CHECKS = Words.of(Check.class);

    private AnswersCsv() {}

    public static String of(ClassAnswers answers) {
        List<Map<String, String>> lines = new ArrayList<>();
        answers.students()
                .forEach(handed ->
                        handed.sheet().answers().forEach((step, given) -> lines.add(answer(handed, step, given))));
        for (int setUp = 0; setUp < answers.pools().size(); setUp++) {
            String number = Integer.toString(setUp + 1);
            answers.pools().get(setUp).runs().forEach(run -> lines.add(run(number, run)));
        }
        answers.remarks().forEach(remark -> lines.add(remark("remark", remark)));
        answers.left().forEach(left -> lines.add(remark("left out", left)));
        return Table.of(lines)
                .columns(NAMES, name -> name, (line, name) -> line.getOrDefault(name, ""))
                .csv();
    }

    private static Map<String, String> answer(Submission handed, String step, StepAnswers given) {
        Map<String, String> line = line("answer", handed.file());
        line.put("student", handed.sheet().from().student());
        line.put("lesson", handed.sheet().lesson().name());
        line.put("lesson version", handed.sheet().lesson().version());
        line.put("step", step);
        line.put("before", hands(given.before()));
        line.put("after", hands(given.after()));
        line.put("reason", given.reason());
        line.put(
                "observed",
                given.observed().stream()
                        .map(seen ->
                                seen.map(it -> FileNumber.text(it.answer())).orElse("none"))
                        .collect(Collectors.joining(" ")));
        line.put(
                "agrees",
                given.observed().stream()
                        .map(seen -> seen.map(it -> it.agrees() ? "yes" : "no").orElse("none"))
                        .collect(Collectors.joining(" ")));
        long known = given.known().stream()
                .filter(card -> card.equals(Optional.of(true)))
                .count();
        line.put("cards known", given.known().isEmpty() ? "" : Long.toString(known));
        return line;
    }

    /** Choice of a single student, from 1; hands for each choice of several. */
    private static String hands(Optional<Tally> tally) {
        if (tally.isEmpty() || tally.get().total() == 0) {
            return "";
        }
        return tally.get().total() == 1
                ? Integer.toString(tally.get().hands().indexOf(1) + 1)
                : tally.get().hands().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<String, String> run(String setUp, PooledRun pooled) {
        LessonRun run = pooled.run();
        Map<String, String> line = line("run", String.join(" ", pooled.files()));
        line.put("step", run.step());
        line.put("set-up", setUp);
        line.put("seed", Long.toString(pooled.seed()));
        line.put("epochs", Integer.toString(run.epoch()));
        line.put("verdict", VERDICTS.word(run.result().verdict()));
        line.put("check", CHECKS.word(pooled.check()));
        line.put("right", Integer.toString(run.result().right()));
        line.put("steps", Integer.toString(run.result().steps()));
        line.put("bits", FileNumber.text(run.result().bits()));
        line.put("loss", FileNumber.text(run.result().loss()));
        line.put("remark", pooled.agreed() ? "" : "the same seed came with different verdicts");
        return line;
    }

    private static Map<String, String> remark(String kind, RejectedFile about) {
        Map<String, String> line = line(kind, about.file());
        line.put("remark", about.reason());
        return line;
    }

    private static Map<String, String> line(String kind, String file) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("file", file);
        return line;
    }
}
