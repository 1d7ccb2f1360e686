package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The verdict on a forecast in plain words. */
public record ForecastWords(ForecastVerdict verdict) {

    /** In a few words. */
    public Message headline() {
        List<Object> names = new ArrayList<>();
        names.add(
                verdict.hasLine() || verdict.kind() != ForecastVerdict.Kind.BETTER_THAN_ECHO
                        ? names(verdict.notBeaten())
                        : Message.of("forecast.noLine"));
        return Message.of(
                "forecast." + verdict.kind() + ".headline", names.get(0), verdict.steps(), ErrorDifference.LEAST_STEPS);
    }

    static String names(List<SeriesFloor> floors) {
        return floors.stream().map(floor -> floor.name().text()).collect(Collectors.joining(", "));
    }

    /** What goes with it, each a sentence or two. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        sentences.add(Message.of(
                "forecast.errors",
                verdict.steps(),
                NumberText.loss(verdict.error()),
                NumberText.loss(verdict.echo().error())));
        if (verdict.isEcho()) {
            sentences.add(Message.of("forecast.echoes"));
        }
        if (verdict.isConstant()) {
            sentences.add(Message.of("forecast.constant"));
        }
        verdict.against().stream()
                .filter(ForecastVerdict.Against::isExact)
                .map(each -> Message.of("forecast.exact", each.floor().name()))
                .forEach(sentences::add);
        return sentences;
    }

    /** Headline and sentences. */
    public List<Message> all() {
        return Stream.concat(Stream.of(headline()), sentences().stream()).toList();
    }
}
