package lab.carousel.file.session;

/**
 * Which panels of the window are shown, and how large they are.
 *
 * @param editors         whether the editors of task and hyperparameters are shown
 * @param loss            whether the loss chart is shown
 * @param state           whether the heatmap is shown
 * @param microscope      whether the microscope is shown
 * @param wide            whether the microscope is wide, in the place of the editors too
 * @param editorsWidth    in pixels
 * @param microscopeWidth in pixels, when it is not wide
 * @param taskShare       the task's share of the height of the editors, 0 to 1
 * @param lossShare       the loss chart's share of the height of the middle, 0 to 1
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

    /** The layout with which the window opens. */
    public static final PanelLayout INITIAL = new PanelLayout(true, true, true, true, false, 376, 376, 0.59, 0.42);
}
