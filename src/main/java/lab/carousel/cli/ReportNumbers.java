package lab.carousel.cli;

import lab.carousel.text.NumberText;

/** Numbers as people read them. */
final class ReportNumbers {

    private ReportNumbers() {}

    /** A number with four significant digits. */
    static String text(double value) {
        return NumberText.inLine(value);
    }
}
