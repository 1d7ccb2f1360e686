package lab.carousel.classroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.LessonRun;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.text.InvalidInput;

/**
 * What is kept of a sheet in a moment. Of what a student hands in again the newer answer to a step counts; nothing that was
 * confirmed is lost; and a prediction no longer changes once its student was told what is right: one that comes only then is late.
 *
 * @param ids of all steps
 * @param steps of the lesson; empty for questions that are asked in between
 * @param choices of those questions, how many: none where a number is asked for; empty where nobody knows any more
 * @param open ids of the steps that this student can answer
 * @param told ids of those whose outcome this student was told
 * @param rounds in which the steps are asked, by their ids; the first where none is there
 * @param ranges of the numbers that are taken, by the ids of the questions
 */
record SheetRules(
        List<String> ids,
        List<LessonStep> steps,
        Map<String, Integer> choices,
        Set<String> open,
        Set<String> told,
        Map<String, Integer> rounds,
        Map<String, NumberRange> ranges) {

    /**
     * The sheet to keep.
     *
     * @param before what was kept until now
     * @throws InvalidInput if it answers what is not open, or what was not asked
     */
    AnswerSheet judged(Optional<AnswerSheet> before, AnswerSheet sheet) {
        Map<String, StepAnswers> kept = before.map(AnswerSheet::answers).orElseGet(LinkedHashMap::new);
        sheet.answers().forEach((id, given) -> {
            requireOpen(id);
            StepAnswers whole = steps.isEmpty() ? given : given.filled(steps.get(ids.indexOf(id)));
            requireAsked(id, whole);
            Optional<StepAnswers> earlier = Optional.ofNullable(kept.get(id));
            kept.put(
                    id,
                    told.contains(id)
                            ? afterAll(earlier, whole)
                            : inRounds(earlier, whole, rounds.getOrDefault(id, 1))
                                    .withLate(false));
        });
        sheet.runs().forEach(run -> requireOpen(run.step()));
        Map<String, StepAnswers> inOrder = new LinkedHashMap<>();
        ids.stream().filter(kept::containsKey).forEach(id -> inOrder.put(id, kept.get(id)));
        AnswerSheet now = new AnswerSheet(
                sheet.from(),
                new LessonAnswers(sheet.lesson().name(), sheet.lesson().version(), ids),
                inOrder,
                sheet.runs(),
                Optional.empty());
        return before.map(it -> withRuns(now, it.runs())).orElse(now);
    }

    private void requireOpen(String id) {
        if (!open.contains(id)) {
            throw new InvalidInput("class.notOpen", id);
        }
    }

    /** A phone that was not told yet what is to be observed cannot list it: that was filled in. */
    private void requireAsked(String id, StepAnswers given) {
        List<Tally> tallies =
                Stream.concat(given.rounds().stream(), given.after().stream()).toList();
        boolean isAsked = steps.isEmpty()
                ? tallies.stream()
                        .allMatch(
                                tally -> choices.getOrDefault(id, tally.hands().size())
                                        == tally.hands().size())
                : given.fits(steps.get(ids.indexOf(id)));
        if (!isAsked) {
            throw new InvalidInput("class.notAsked", id);
        }
        if (tallies.stream().anyMatch(tally -> tally.total() > 1)) {
            throw new InvalidInput("class.oneHand", id);
        }
        NumberRange range = ranges.getOrDefault(id, NumberRange.ANY);
        if (!given.observed().stream()
                .flatMap(Optional::stream)
                .map(Observed::answer)
                .allMatch(range::has)) {
            throw new InvalidInput("class.range", range.least(), range.most());
        }
    }

    /** What was said in a round stays when the next one has begun, and nothing is said before a round. */
    private static StepAnswers inRounds(Optional<StepAnswers> earlier, StepAnswers given, int round) {
        List<Tally> before = earlier.map(StepAnswers::rounds).orElse(List.of());
        List<Tally> said = given.rounds();
        List<Tally> inTime = IntStream.range(0, Math.min(round, said.size()))
                .mapToObj(at ->
                        at < round - 1 && at < before.size() && before.get(at).total() > 0
                                ? before.get(at)
                                : said.get(at))
                .toList();
        return new StepAnswers(
                inTime.stream().findFirst(),
                inTime.stream().skip(1).toList(),
                given.after(),
                given.reason(),
                given.observed(),
                given.known(),
                given.isLate());
    }

    private static StepAnswers afterAll(Optional<StepAnswers> earlier, StepAnswers given) {
        return earlier.filter(StepAnswers::isPredicted)
                .map(given::predictedAs)
                .orElseGet(() -> given.withLate(given.isPredicted()));
    }

    /** With the runs that were handed in before, as long as the file is not much larger than a sheet may be. */
    private static AnswerSheet withRuns(AnswerSheet now, List<LessonRun> before) {
        List<LessonRun> runs = new ArrayList<>(now.runs());
        before.stream()
                .filter(run ->
                        now.runs().stream().noneMatch(each -> each.experiment().equals(run.experiment())))
                .forEach(runs::add);
        if (runs.size() == now.runs().size()) {
            return now;
        }
        AnswerSheet all = now.with(runs.subList(0, Math.min(AnswerSheet.MOST_RUNS, runs.size())));
        return AnswersFile.text(all).length() <= 2 * LiveClass.MOST_BYTES ? all : now;
    }
}
