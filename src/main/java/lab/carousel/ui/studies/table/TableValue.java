package lab.carousel.ui.studies.table;

import java.util.List;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.summary.Share;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * What stands in a field of a table, and the number it is sorted by.
 *
 * @param number NaN where there is none; then it comes last
 * @param words  as it is shown
 */
public record TableValue(double number, String words) implements Comparable<TableValue> {

    /** Where there is nothing to say. */
    static final TableValue NONE = new TableValue(Double.NaN, "–");

    private static final double PERCENT = 100;

    /** A whole number. */
    static TableValue whole(double number) {
        return Double.isNaN(number) ? NONE : new TableValue(number, NumberText.whole(Math.round(number)));
    }

    /** A loss. */
    static TableValue loss(double loss) {
        return Double.isNaN(loss) ? NONE : new TableValue(loss, NumberText.loss(loss));
    }

    /** A margin. */
    static TableValue margin(double margin) {
        return Double.isNaN(margin)
                ? NONE
                : new TableValue(
                        margin, Message.text("studyWindow.margin", margin).replace('-', '−'));
    }

    /** A share in percent with its 95 % interval. */
    static TableValue share(Share share) {
        return share.of() == 0
                ? NONE
                : new TableValue(
                        share.value(),
                        Message.text(
                                "studyWindow.share",
                                NumberText.percent(share.value()),
                                PERCENT * share.low(),
                                PERCENT * share.high()));
    }

    /** A value of an axis: by its number if it is one, else by its place in the list. */
    static TableValue choice(Axis axis, AxisValue choice) {
        List<AxisValue> all = axis.choices();
        return new TableValue(
                axis.isScale() ? choice.number().orElse(Double.NaN) : all.indexOf(choice), choice.label());
    }

    @Override
    public int compareTo(TableValue other) {
        int byNumber = Double.compare(number, other.number);
        return byNumber != 0 ? byNumber : words.compareTo(other.words);
    }
}
