package lab.carousel.picture.probe;

import java.util.OptionalInt;
import lab.carousel.model.DecidingSteps.Clue;
import lab.carousel.model.Experiment;
import lab.carousel.model.ResetPolicy;
import lab.carousel.study.Saliency;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What a saliency says, in plain language.
 *
 * @param strongest which earlier symbol the output hangs on most
 * @param decides   whether that is the one that decides what follows, by the task
 */
public record SaliencyWords(String strongest, String decides) {

    /** Words for a saliency of a network, and what decides at its step. */
    public static SaliencyWords of(Experiment experiment, Saliency saliency, Clue telling) {
        Alphabet alphabet = experiment.task().alphabet();
        OptionalInt strongest = saliency.strongestEarlier();
        String first = strongest.isPresent()
                ? Message.text("saliency.strongest", place(alphabet, saliency, strongest.getAsInt()))
                : Message.text("saliency.none", reason(experiment, saliency));
        return new SaliencyWords(first, decides(alphabet, saliency, telling, strongest));
    }

    private static String decides(Alphabet alphabet, Saliency saliency, Clue telling, OptionalInt strongest) {
        return switch (telling.kind()) {
            case CURRENT -> Message.text("saliency.decides.current", alphabet.symbol(saliency.fed()[saliency.step()]));
            case BEGINNING -> Message.text("saliency.decides.beginning");
            case SEQUENCE_BEFORE -> Message.text("saliency.decides.before");
            case UNTOLD -> "";
            case NOTHING -> Message.text("saliency.decides.nothing");
            case EARLIER -> {
                boolean same = strongest.isPresent() && strongest.getAsInt() == telling.place();
                yield same
                        ? Message.text("saliency.decides.yes")
                        : Message.text(
                                strongest.isPresent() ? "saliency.decides.no" : "saliency.decides.earlier",
                                place(alphabet, saliency, telling.place()));
            }
        };
    }

    private static String place(Alphabet alphabet, Saliency saliency, int place) {
        return Message.text(
                "saliency.strength",
                alphabet.symbol(saliency.fed()[place]),
                place + 1,
                NumberText.loss(saliency.strengths()[place]));
    }

    private static String reason(Experiment experiment, Saliency saliency) {
        if (saliency.step() == 0) {
            return Message.text("saliency.none.first");
        }
        if (!experiment.hyperparameters().cell().isRecurrent()) {
            return Message.text("saliency.none.cell");
        }
        if (experiment.hyperparameters().resetPolicy() == ResetPolicy.EVERY_STEP) {
            return Message.text("saliency.none.reset");
        }
        return Message.text("saliency.none.zero");
    }
}
