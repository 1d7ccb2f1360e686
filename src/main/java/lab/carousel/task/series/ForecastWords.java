package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The verdict on a forecast in plain words. */
public record ForecastWords(ForecastVerdict verdict) {

    /** In a few words. */
    public Message headline() {
        Message names = verdict.notBeaten().stream()
                .map(SeriesFloor::name)
                .reduce((one, more) -> Message.of("forecast.list", one, more))
                .orElse(Message.literal(""));
        // Without a line that was fitted nobody knows more than this
        boolean isUntold = verdict.kind() == ForecastVerdict.Kind.BETTER_THAN_ECHO
                && verdict.notBeaten().isEmpty();
        Message headline = Message.of(
                isUntold ? "forecast.untold" : "forecast." + verdict.kind(),
                names,
                verdict.steps(),
                ErrorDifference.LEAST_STEPS);
        Message echoing = verdict.isEcho() ? Message.of("forecast.headline.echoes", headline) : headline;
        return verdict.isConstant() ? Message.of("forecast.headline.constant", echoing) : echoing;
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
        if (!verdict.hasLine()) {
            sentences.add(Message.of("forecast.noLine"));
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
