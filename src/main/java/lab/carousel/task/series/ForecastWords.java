package lab.carousel.task.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                isUntold ? noLine() + ".headline" : "forecast." + verdict.kind(),
                names,
                verdict.steps(),
                ErrorDifference.LEAST_STEPS);
        Message echoing = verdict.isEcho()
                ? Message.of("forecast.headline.echoes", headline)
                : verdict.mayEcho() ? Message.of("forecast.headline.open", headline, verdict.steps()) : headline;
        return verdict.isConstant() ? Message.of("forecast.headline.constant", echoing) : echoing;
    }

    /** What goes with it, each a sentence or two. */
    public List<Message> sentences() {
        List<Message> sentences = new ArrayList<>();
        sentences.add(Message.of(
                "forecast.errors",
                verdict.steps(),
                NumberText.loss(verdict.error()),
                NumberText.loss(verdict.against().get(0).error())));
        echo().ifPresent(sentences::add);
        if (verdict.isConstant()) {
            sentences.add(Message.of("forecast.constant"));
        }
        if (!verdict.hasLine()) {
            sentences.add(Message.of(noLine()));
        }
        verdict.against().stream()
                .filter(BesideFloor::isExact)
                .map(each -> Message.of("forecast.exact", each.floor().name()))
                .forEach(sentences::add);
        return sentences;
    }

    /** Whether it echoes, if it stays close to the last values; nothing if it is shown to be better, or there are too few steps. */
    public Optional<Message> echo() {
        EchoVerdict echo = verdict.echo();
        boolean isTold = echo.kind() != EchoKind.NOT_CLOSE
                && (verdict.kind() == ForecastVerdict.Kind.NOT_SHOWN_BETTER
                        || verdict.kind() == ForecastVerdict.Kind.WORSE);
        if (!isTold) {
            return Optional.empty();
        }
        MeanInterval slope = echo.slope();
        return Optional.of(
                Double.isNaN(slope.mean())
                        ? Message.of("forecast.echo.COPY")
                        : Message.of(
                                "forecast.echo." + echo.kind(),
                                NumberText.share(slope.mean()),
                                NumberText.share(slope.low()),
                                NumberText.share(slope.high()),
                                echo.steps(),
                                echo.enoughSteps()));
    }

    private String noLine() {
        return verdict.isTrained() ? "forecast.unfitted" : "forecast.untrained";
    }

    /** Headline and sentences. */
    public List<Message> all() {
        return Stream.concat(Stream.of(headline()), sentences().stream()).toList();
    }
}
