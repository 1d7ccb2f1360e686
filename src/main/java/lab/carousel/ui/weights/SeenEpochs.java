package lab.carousel.ui.weights;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.picture.weights.WeightHistogram.Moment;
import lab.carousel.training.Snapshot;

/** The networks of a run that were seen, at most {@value #MOST} of them, evenly spread. */
final class SeenEpochs {

    static final int MOST = 64;

    private final List<Moment> moments = new ArrayList<>();
    private Object run;
    private int distance = 1;

    /** Takes in a snapshot. */
    List<Moment> with(Snapshot snapshot) {
        int epoch = snapshot.position().epoch();
        boolean isOther = run != snapshot.experiment()
                || !moments.isEmpty() && moments.get(moments.size() - 1).epoch() > epoch;
        if (isOther) {
            moments.clear();
            distance = 1;
            run = snapshot.experiment();
        }
        if (moments.isEmpty() || epoch - moments.get(moments.size() - 1).epoch() >= distance) {
            moments.add(new Moment(epoch, snapshot.parameters()));
        }
        if (moments.size() > MOST) {
            for (int index = moments.size() - 2; index > 0; index -= 2) {
                moments.remove(index);
            }
            distance *= 2;
        }
        List<Moment> all = new ArrayList<>(moments);
        if (moments.get(moments.size() - 1).epoch() != epoch) {
            all.add(new Moment(epoch, snapshot.parameters()));
        }
        return all;
    }
}
