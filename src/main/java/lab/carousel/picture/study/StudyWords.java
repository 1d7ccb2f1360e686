package lab.carousel.picture.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.mark.Point;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Variation;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

final class StudyWords {

    private static final double LARGE = 1_000;
    /** How far away a point may be, in points. */
    private static final double REACH = 8;
    /** The most lines or strips that are told one by one; of more nobody would remember the first. */
    private static final int MOST = 8;

    private StudyWords() {}

    static String subtitle(Results results) {
        String title = results.plan().study().title();
        String ended = NumberText.whole(results.finished().size());
        String all = NumberText.whole(results.plan().runs());
        String runs = results.isComplete()
                ? Message.text("studies.picture.runs", all)
                : Message.text("studies.picture.runsSoFar", ended, all);
        int diverged = results.diverged();
        String divergedText = diverged == 0 ? "" : Message.text("studies.picture.diverged", NumberText.whole(diverged));
        return (title.isEmpty() ? runs : title + " · " + runs) + divergedText;
    }

    /** What a cell is called; the median of all runs where nothing is varied. */
    static String name(Results results, Variation cell) {
        return cell.choices().isEmpty()
                ? Message.text("studies.picture.allRuns")
                : results.plan().study().name(cell);
    }

    /** A number under the pointer: below a thousand a share or a margin is meant, which needs few digits. */
    static String number(double value) {
        return Math.abs(value) >= LARGE ? NumberText.whole(Math.round(value)) : NumberText.upToFourDecimals(value);
    }

    /** The first few of some sentences, and how many more there are. */
    static String joined(List<String> sentences) {
        String told = sentences.stream().limit(MOST).collect(Collectors.joining(" "));
        int more = sentences.size() - MOST;
        return more <= 0 ? told : told + " " + Message.text("studies.summary.more", more);
    }

    /** The number of the nearest of some points; empty if none is near. */
    static Optional<Integer> nearest(Plot plot, Point place, double[] across, double[] up) {
        return place.nearest(across.length, point -> new Point(plot.x(across[point]), plot.y(up[point])), REACH);
    }
}
