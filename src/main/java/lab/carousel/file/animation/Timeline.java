package lab.carousel.file.animation;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.RecordedEpoch;

/** Which epochs an animation shows, and how long. Epochs pass evenly; the last one stands still for a while. */
final class Timeline {

    /** How long the last frame is shown, in hundredths of a second: time to look at what came of it. */
    static final int LAST = 200;

    /**
     * A frame.
     *
     * @param epoch      what it shows
     * @param hundredths how long, in hundredths of a second
     */
    record Frame(RecordedEpoch epoch, int hundredths) {}

    private Timeline() {}

    /**
     * The frames of a history up to an epoch. An epoch that is due in several frames, because the run is short or
     * because later ones were given up, is one frame that is shown longer.
     *
     * @param recorded at least one epoch
     * @param last     the epoch to end with
     */
    static List<Frame> of(ParameterHistory.View recorded, int last, AnimationPlan plan) {
        int end = recorded.indexAtOrBefore(last);
        int lastEpoch = recorded.get(end).epoch();
        List<Frame> frames = new ArrayList<>();
        int shown = -1;
        for (int frame = 0; frame < plan.frames(); frame++) {
            double share = plan.frames() == 1 ? 1 : (double) frame / (plan.frames() - 1);
            int due = recorded.indexAtOrBefore((int) Math.round(share * lastEpoch));
            int hundredths = plan.hundredthsPerFrame();
            if (due == shown) {
                hundredths += frames.remove(frames.size() - 1).hundredths();
            }
            frames.add(new Frame(recorded.get(due), hundredths));
            shown = due;
        }
        frames.set(frames.size() - 1, new Frame(recorded.get(end), LAST));
        return List.copyOf(frames);
    }
}
