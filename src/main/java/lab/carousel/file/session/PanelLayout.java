package lab.carousel.file.session;

/**
 * Panels of the window: visibility and sizes.
 *
 * @param wide whether the microscope also takes the place of the editors
 * @param editorsWidth in pixels
 * @param microscopeWidth in pixels, when it is not wide
 * @param taskShare the task's share of the editors' height, 0 to 1
 * @param lossShare the loss chart's share of the middle's height, 0 to 1
 */
public record PanelLayout(
        boolean editors,
        boolean loss,
        boolean state,
        boolean microscope,
        boolean wide,
        double editorsWidth,
        double microscopeWidth,
        double taskShare,
        double lossShare) {

    /** With as much for the heatmap as twenty units need in 1280 by 800 points. */
    public static final PanelLayout INITIAL = new PanelLayout(true, true, true, true, false, 376, 376, 0.59, 0.41);
}
