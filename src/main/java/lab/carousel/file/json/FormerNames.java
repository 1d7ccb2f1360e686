package lab.carousel.file.json;

/** What had another name in the files of an earlier Carousel. */
public final class FormerNames {

    /** The place that compares two sequences. */
    public static final String TWO_SEQUENCES = "fork";

    private FormerNames() {}

    /** The key that a place of the microscope has now. */
    public static String place(String key) {
        return key.equals(TWO_SEQUENCES) ? "twoSequences" : key;
    }
}
