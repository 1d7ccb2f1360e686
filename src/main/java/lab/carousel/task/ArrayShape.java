package lab.carousel.task;

/** The shape of the array a sequence becomes, as recurrent networks take it: {@code [samples, timesteps, features]}. */
public record ArrayShape(int samples, int timesteps, int features) {

    /**
     * The shape of steps that are shown to the network one at a time: each is a sample of one time step.
     *
     * @param symbols the number of symbols in the sequence; the last one has no successor
     */
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
