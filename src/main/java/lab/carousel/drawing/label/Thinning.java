package lab.carousel.drawing.label;

/**
 * Which of the numbers 1, 2, 3, … along an axis are written when there is no room for all of them: the first one and
 * every 2nd, 5th, 10th, 20th, and so on.
 */
public record Thinning(int every) {

    /** The least thinning with which the numbers do not touch; both lengths have the same unit. */
    public static Thinning of(double pitch, double needed) {
        int every = 1;
        for (int digit = 0; narrowest(every) * pitch < needed && every < 1_000_000_000 / 5; digit++) {
            // 1, 2, 5, 10, 20, 50, ...
            every = digit % 3 == 1 ? every / 2 * 5 : every * 2;
        }
        return new Thinning(every);
    }

    /** The least distance of two written numbers: with 1, 5, 10 and so on the first one is a little closer. */
    private static int narrowest(int every) {
        return every > 2 ? every - 1 : every;
    }

    public int least() {
        return narrowest(every);
    }

    /** Whether a number, counted from 1, is written. With a distance of 2 these are the odd ones. */
    public boolean shows(int number) {
        return every == 2 ? number % 2 == 1 : number == 1 || number % every == 0;
    }
}
