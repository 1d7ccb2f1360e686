package lab.carousel.lesson.answers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.lesson.Observed;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;

/** A step of a lesson with the answers of the class; what came late is in no sum. */
public record AskedStep(LessonAnswers lesson, String step, List<StudentAnswer> said) {

    public AskedStep {
        said = List.copyOf(said);
    }

    /** First predictions for each choice; empty if nothing was asked. */
    public int[] before() {
        return sum(StepAnswers::before);
    }

    /** Predictions for each choice, of each round that the class was asked; empty if nothing was asked. */
    public List<int[]> rounds() {
        int rounds = said.stream()
                .mapToInt(one -> one.answers().rounds().size())
                .max()
                .orElse(0);
        return IntStream.range(0, rounds)
                .mapToObj(round ->
                        sum(answers -> answers.rounds().stream().skip(round).findFirst()))
                .toList();
    }

    /** Answers for each choice after the outcome was seen. */
    public int[] after() {
        return sum(StepAnswers::after);
    }

    public int agreeing() {
        return (int) observed().filter(Observed::isRight).count();
    }

    /** How many were judged. */
    public int observations() {
        return (int) observed().filter(seen -> seen.agrees().isPresent()).count();
    }

    private Stream<Observed> observed() {
        return said.stream().flatMap(one -> one.answers().observed().stream()).flatMap(Optional::stream);
    }

    /** The votes of the class together, as those of one whom it counted. */
    public StepAnswers counted() {
        List<Tally> rounds = rounds().stream().map(AskedStep::tally).toList();
        return new StepAnswers(
                rounds.stream().findFirst(),
                rounds.stream().skip(1).toList(),
                Optional.of(after()).filter(votes -> votes.length > 0).map(AskedStep::tally),
                "",
                List.of(),
                List.of(),
                false);
    }

    private static Tally tally(int... votes) {
        return new Tally(IntStream.of(votes).boxed().toList(), true);
    }

    private int[] sum(Function<StepAnswers, Optional<Tally>> which) {
        List<Tally> tallies = said.stream()
                .filter(one -> !one.answers().isLate())
                .flatMap(one -> which.apply(one.answers()).stream())
                .toList();
        int choices =
                tallies.stream().mapToInt(tally -> tally.hands().size()).max().orElse(0);
        return Tally.sum(choices, tallies.stream()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
