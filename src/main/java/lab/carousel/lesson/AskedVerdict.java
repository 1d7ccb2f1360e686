package lab.carousel.lesson;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Words;

/** The verdicts that an observation lets choose from: on memory, or on a forecast. */
public enum AskedVerdict {
    /** Where numbers are wanted and are no series, the number of floors is asked for. */
    VERDICT(verdict -> !verdict.tellsFloors()),
    FORECAST(verdict -> verdict.compareTo(Verdict.FORECASTS) >= 0);

    static final Words<AskedVerdict> WORDS = Words.of(AskedVerdict.class);

    private final List<Verdict> choices;

    AskedVerdict(Predicate<Verdict> isChoice) {
        choices = Stream.of(Verdict.values()).filter(isChoice).toList();
    }

    public List<Verdict> choices() {
        return choices;
    }

    /** The place of a verdict among the choices, from 0; no number if it is none of them. */
    public double place(Verdict verdict) {
        int place = choices.indexOf(verdict);
        return place < 0 ? Double.NaN : place;
    }
}
