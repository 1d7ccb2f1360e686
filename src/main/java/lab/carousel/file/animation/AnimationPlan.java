package lab.carousel.file.animation;

import lab.carousel.text.InvalidInput;

/**
 * Size, speed and length of an animation.
 *
 * @param width in pixels: {@value #MIN_WIDTH} to {@value #MAX_WIDTH}
 * @param framesPerSecond 1 to {@value #MAX_FRAMES_PER_SECOND}; most programs slow faster ones down
 * @param seconds from the first epoch to the last: 1 to {@value #MAX_SECONDS}
 */
public record AnimationPlan(int width, int framesPerSecond, int seconds) {

    public static final int MIN_WIDTH = 320;
    public static final int MAX_WIDTH = 2_560;
    public static final int MAX_FRAMES_PER_SECOND = 25;
    public static final int MAX_SECONDS = 120;
    /** For slides. */
    public static final AnimationPlan USUAL = new AnimationPlan(1_280, 10, 10);

    public AnimationPlan {
        check("animation.width.range", width, MIN_WIDTH, MAX_WIDTH);
        check("animation.framesPerSecond.range", framesPerSecond, 1, MAX_FRAMES_PER_SECOND);
        check("animation.seconds.range", seconds, 1, MAX_SECONDS);
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(key, least, most);
        }
    }

    int frames() {
        return framesPerSecond * seconds;
    }

    /** Hundredths of a second, the unit of GIF. */
    int hundredthsPerFrame() {
        return Math.round(100f / framesPerSecond);
    }
}
