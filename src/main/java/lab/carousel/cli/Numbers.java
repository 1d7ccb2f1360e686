package lab.carousel.cli;

import lab.carousel.text.NumberText;

/** Numbers as people read them. */
final class Numbers {

    private Numbers() {}

    /** A number with four significant digits. */
    static String text(double value) {
        return NumberText.inLine(value);
    }
}
