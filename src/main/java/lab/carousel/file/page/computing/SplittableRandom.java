package lab.carousel.file.page.computing;

/** Java's {@link java.util.SplittableRandom} (Steele, Lea and Flood 2014), which draws the same where there is none. */
public final class SplittableRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final int FEWEST_CHANGES = 24;

    private final long gamma;
    private long seed;

    public SplittableRandom(long seed) {
        this(seed, GOLDEN_GAMMA);
    }

    private SplittableRandom(long seed, long gamma) {
        this.seed = seed;
        this.gamma = gamma;
    }

    public SplittableRandom split() {
        return new SplittableRandom(nextLong(), gamma(nextSeed()));
    }

    /** An odd number that has enough changes from 0 to 1 among its bits. */
    private static long gamma(long seed) {
        long z = mixed(mixed(seed, 33, 0xFF51AFD7ED558CCDL), 33, 0xC4CEB9FE1A85EC53L);
        z = (z ^ (z >>> 33)) | 1L;
        return Long.bitCount(z ^ (z >>> 1)) < FEWEST_CHANGES ? z ^ 0xAAAAAAAAAAAAAAAAL : z;
    }

    private static long mixed(long z, int bits, long factor) {
        return (z ^ (z >>> bits)) * factor;
    }

    private long nextSeed() {
        seed += gamma;
        return seed;
    }

    public long nextLong() {
        long z = mixed(mixed(nextSeed(), 30, 0xBF58476D1CE4E5B9L), 27, 0x94D049BB133111EBL);
        return z ^ (z >>> 31);
    }

    public int nextInt() {
        return (int) (mixed(mixed(nextSeed(), 33, 0x62A9D9ED799705F5L), 28, 0xCB24D0A5C88C35B3L) >>> 32);
    }

    /** From 0 on, below the bound. */
    public int nextInt(int bound) {
        int drawn = nextInt();
        int most = bound - 1;
        if ((bound & most) == 0) {
            return drawn & most;
        }
        int half = drawn >>> 1;
        int found = half % bound;
        while (half + most - found < 0) {
            half = nextInt() >>> 1;
            found = half % bound;
        }
        return found;
    }

    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }
}
