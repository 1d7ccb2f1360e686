package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.study.summary.CellSummary;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/** The floors of predictors that see the last m symbols, m = 1, 2, 3, …, where all cells have the same. */
final class Floors {

    private static final int MOST = 4;
    /** For longer sequences the floor of m = 1 says enough, and the others would take long to find. */
    private static final int LONGEST = 50;

    private Floors() {}

    static List<FloorLine> of(List<CellSummary> summaries) {
        double first = summaries.get(0).cell().floor().mean();
        boolean differ =
                summaries.stream().anyMatch(summary -> summary.cell().floor().mean() != first);
        if (differ || first <= 0) {
            return List.of();
        }
        Experiment experiment = summaries.get(0).cell().experiment();
        int last = experiment.task().longestSteps() > LONGEST
                ? 1
                : experiment.task().longestSteps() + 1;
        List<FloorLine> floors = new ArrayList<>();
        int start = 1;
        while (start <= last && floors.size() < MOST) {
            double floor = experiment.floor(start).mean();
            int end = start;
            while (end < last && experiment.floor(end + 1).mean() == floor) {
                end++;
            }
            if (floor > 0) {
                floors.add(new FloorLine(floor, label(start, end, floor, last)));
            }
            start = end + 1;
        }
        return floors;
    }

    private static String label(int start, int end, double floor, int last) {
        String value = NumberText.loss(floor);
        if (last == 1) {
            return Message.text("loss.floor", value);
        }
        return start == end
                ? Message.text("studies.floor.one", start, value)
                : Message.text("studies.floor.several", start, end, value);
    }
}
