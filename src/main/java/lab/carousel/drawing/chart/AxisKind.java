package lab.carousel.drawing.chart;

public enum AxisKind {
    LINEAR,
    /** Equal distances, of whole numbers. */
    WHOLE,
    /** Equal ratios, of positive numbers. */
    LOGARITHMIC,
    CATEGORIES
}
