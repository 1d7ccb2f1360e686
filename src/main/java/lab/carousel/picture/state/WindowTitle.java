package lab.carousel.picture.state;

import lab.carousel.model.trace.Traces;
import lab.carousel.text.Message;

/** Says in words which part of a task a window shows. */
public final class WindowTitle {

    private WindowTitle() {}

    /** For example "Sequences 1–20 of 200", or "Sequence 3 of 7, steps 1,001–2,000 of 4,999". */
    public static String of(Traces traces) {
        int first = traces.step(0).sequence();
        int last = traces.step(traces.columns() - 1).sequence();
        int sequences = traces.all().sequences();
        int firstStep = traces.step(0).number();
        int lastStep = traces.step(traces.columns() - 1).number();
        boolean isStart = firstStep == traces.all().firstStep();
        if (first == last) {
            int steps = traces.all().lastStepOf(first);
            return isStart && lastStep == steps
                    ? Message.text("state.window.sequence", first + 1, sequences)
                    : Message.text("state.window.steps", first + 1, sequences, firstStep, lastStep, steps);
        }
        return isStart
                ? Message.text("state.window.sequences", first + 1, last + 1, sequences)
                : Message.text("state.window.sequencesFromStep", first + 1, last + 1, sequences, firstStep);
    }

    /** Whether the window shows less than the whole task. */
    public static boolean isPart(Traces traces) {
        return traces.columns() < traces.all().total();
    }
}
