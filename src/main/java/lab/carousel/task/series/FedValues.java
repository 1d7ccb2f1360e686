package lab.carousel.task.series;

/** What is fed of a series, and wanted: its values, or by how much they differ from earlier ones. */
public enum FedValues {
    VALUES,
    /** From the value before. */
    DIFFERENCES,
    /** From the value one period before. */
    SEASONAL;

    /** How far back the earlier value is; 0 for the values themselves. */
    int back(int period) {
        return this == VALUES ? 0 : this == DIFFERENCES ? 1 : period;
    }
}
