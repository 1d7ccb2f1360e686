package lab.carousel.view;

/** What is pasted and chosen; all may be empty. */
public enum JudgedField {
    TEXT,
    /** How the text is read, where there are several ways. */
    READING,
    /** So many rows are the training part. */
    TRAIN,
    PERIOD,
    /** The name of a column. */
    TRUTH,
    /** The name of a column. */
    FORECAST;

    public String key() {
        return "judge." + name();
    }
}
