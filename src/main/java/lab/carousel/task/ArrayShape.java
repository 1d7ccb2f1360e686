package lab.carousel.task;

/** The shape of the array a sequence becomes, as recurrent networks take it: {@code [samples, timesteps, features]}. */
public record ArrayShape(int samples, int timesteps, int features) {

    /** Shape of steps shown one at a time, each a sample of one time step; the last symbol has no successor. */
    public static ArrayShape ofSequence(int symbols, int features) {
        return new ArrayShape(Math.max(0, symbols - 1), 1, features);
    }

    /** The shape of the inputs, for example {@code [4, 1, 5]}. */
    public String inputs() {
        return "[" + samples + ", " + timesteps + ", " + features + "]";
    }

    /** The shape of the targets, for example {@code [4, 5]}. */
    public String targets() {
        return "[" + samples + ", " + features + "]";
    }
}
