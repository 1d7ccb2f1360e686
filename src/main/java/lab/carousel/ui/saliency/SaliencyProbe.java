package lab.carousel.ui.saliency;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.telling.DecidingSteps;
import lab.carousel.model.telling.TellingSymbol;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.probe.SaliencyDrawing;
import lab.carousel.picture.probe.SaliencyWords;
import lab.carousel.picture.state.UnitName;
import lab.carousel.study.Saliency;
import lab.carousel.task.Step;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.ui.state.TracedSnapshot;

/** Works out what the view shows. Belongs to one background thread: it keeps the task that it encoded last. */
final class SaliencyProbe {

    @SuppressWarnings("NullAway.Init") // encode() sets it at the first question
    private Experiment encodedOf;

    @SuppressWarnings("NullAway.Init") // likewise
    private Tracer tracer;

    private int[][] encoded = {};

    @SuppressWarnings("NullAway.Init") // likewise
    private DecidingSteps deciding;

    /** Answers a question. */
    SaliencyAnswer answer(SaliencyQuestion question) {
        Experiment experiment = question.traced().snapshot().experiment();
        encode(experiment);
        Step step = question.selected().flatMap(this::inTask).orElseGet(this::firstOfInterest);
        int output = output(question, step);
        Saliency saliency = Saliency.of(tracer, question.traced().snapshot().parameters(), step, output);
        TellingSymbol tells = deciding.told(step.sequence(), step.number() - 1);
        return new SaliencyAnswer(
                experiment,
                question.traced().snapshot().position().epoch(),
                IntStream.range(0, encoded[step.sequence()].length - 1)
                        .mapToObj(place -> step(step.sequence(), place))
                        .toList(),
                words(question.traced(), step, saliency),
                SaliencyWords.of(experiment, saliency, tells),
                drawing(question, step, saliency, tells));
    }

    private void encode(Experiment experiment) {
        if (encodedOf != experiment) {
            encoded = experiment.task().encoded();
            tracer = new Tracer(experiment);
            encodedOf = experiment;
            deciding = new DecidingSteps(experiment);
        }
    }

    private Optional<Step> inTask(Step selected) {
        return selected.sequence() < encoded.length
                        && selected.number() >= encodedOf.hyperparameters().lag()
                        && selected.number() < encoded[selected.sequence()].length
                ? Optional.of(step(selected.sequence(), selected.number() - 1))
                : Optional.empty();
    }

    private Step step(int sequence, int step) {
        return new Step(sequence, step + 1, encoded[sequence][step], encoded[sequence][step + 1]);
    }

    /** The last deciding step of the first sequence that has one; without any the last step of the first sequence. */
    private Step firstOfInterest() {
        for (int s = 0; s < encoded.length; s++) {
            int steps = encoded[s].length - 1;
            for (int t = steps - 1; t >= 0 && encodedOf.scoredSteps().include(t, steps); t--) {
                if (deciding.includes(s, t)) {
                    return step(s, t);
                }
            }
        }
        return step(0, encoded[0].length - 2);
    }

    private static int output(SaliencyQuestion question, Step step) {
        List<String> symbols =
                question.traced().snapshot().experiment().task().alphabet().symbols();
        int outputs = question.traced().snapshot().experiment().task().outputs();
        int chosen = question.output().map(symbols::indexOf).orElse(-1);
        if (chosen >= 0 && chosen < outputs) {
            return chosen;
        }
        // Where no output stands for the expected symbol, the first one that there is
        return step.target() < outputs ? step.target() : 0;
    }

    private static String words(TracedSnapshot traced, Step step, Saliency saliency) {
        return Message.text(
                "saliency.question",
                step.sequence() + 1,
                step.number(),
                traced.symbol(step.input()),
                traced.symbol(saliency.output()),
                NumberText.loss(saliency.value()));
    }

    private SaliencyDrawing drawing(SaliencyQuestion question, Step step, Saliency saliency, TellingSymbol tells) {
        TracedSnapshot traced = question.traced();
        Traces traces = traced.traces();
        int[] sequence = encoded[step.sequence()];
        boolean hasCell = encodedOf.hyperparameters().cell().quantities().contains(Quantity.CELL_STATE);
        return new SaliencyDrawing(
                saliency,
                new SaliencyDrawing.Shown(
                        traced.symbol(saliency.output()),
                        IntStream.range(0, sequence.length - 1)
                                .mapToObj(place -> traced.symbol(sequence[place]))
                                .toList(),
                        IntStream.range(0, traces.units())
                                .mapToObj(unit -> UnitName.of(traces, unit))
                                .toList(),
                        question.ofCell() && hasCell,
                        tells.kind() == TellingSymbol.Kind.EARLIER ? tells.place() : -1,
                        question.unit()));
    }
}
