package lab.carousel.picture.update;

import lab.carousel.text.NumberText;

/**
 * A line of numbers of a stage. One that is plain stands for itself: it belongs neither to the unit nor to all.
 *
 * @param unit       that of the selected unit in words; empty if there is none
 * @param all        that of all in words; empty if there is none
 * @param unitNumber the first at full precision; NaN if it is no number
 * @param allNumber  the second at full precision; NaN if it is no number
 * @param isPlain    whether what stands in the place of all is just what the name says
 */
public record StageLine(String name, String unit, String all, double unitNumber, double allNumber, boolean isPlain) {

    /** A line that belongs to the unit and to all. */
    public StageLine(String name, String unit, String all, double unitNumber, double allNumber) {
        this(name, unit, all, unitNumber, allNumber, false);
    }

    /** NaN stands for no number. */
    public static StageLine of(String name, double unit, double all) {
        return new StageLine(name, number(unit), number(all), unit, all);
    }

    public static StageLine words(String name, String words) {
        return new StageLine(name, "", words, Double.NaN, Double.NaN, true);
    }

    public static StageLine plain(String name, double number) {
        return new StageLine(name, "", number(number), Double.NaN, number, true);
    }

    /** A number as it is written here; nothing for NaN. */
    public static String number(double value) {
        return Double.isNaN(value) ? "" : NumberText.loss(value);
    }
}
