package lab.carousel.task.series;

/** How what is known of the test part gets into the training: a mistake that can be made on purpose. */
public enum Leak {
    NONE,
    /** The scale is taken from all values, those of the test part among them. */
    SCALER,
    /** Steps of the whole series are drawn to be learned, so that most of the test part is learned, too. */
    WINDOWS
}
