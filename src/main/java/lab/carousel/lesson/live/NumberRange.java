package lab.carousel.lesson.live;

import lab.carousel.text.InvalidInput;

/** From the least number to the most. */
public record NumberRange(double least, double most) {

    private static final double MOST = 1e6;

    /** What is said of a number that nobody has bounded: others make no picture. */
    public static final NumberRange ANY = new NumberRange(-MOST, MOST);

    /** @throws InvalidInput if nothing is between them, or one is out of all bounds */
    public NumberRange {
        if (!(least < most) || least < -MOST || most > MOST) {
            throw new InvalidInput("class.ask.range", MOST);
        }
    }

    public boolean has(double number) {
        return number >= least && number <= most;
    }
}
