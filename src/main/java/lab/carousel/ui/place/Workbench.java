package lab.carousel.ui.place;

import static lab.carousel.ui.controls.Controls.styled;

import javafx.scene.layout.Region;
import lab.carousel.ui.controls.ScrollArea;

/** Controls and what comes of them: the controls above, or beside if there is room. */
public final class Workbench extends Region {

    private static final double WIDE = 600;
    private static final double CONTROLS_WIDTH = 320;
    private static final double LEAST_RESULT = 184;
    private static final double PADDING = 12;
    private static final double GAP = 8;

    private final ScrollArea scroll = styled(new ScrollArea(), "workbench-controls");
    private final Region controls;
    private final Region result;

    /**
     * A workbench.
     *
     * @param controls what can be chosen; they scroll if they have no room
     * @param result   what comes of it
     */
    public Workbench(Region controls, Region result) {
        this.controls = controls;
        this.result = result;
        getStyleClass().add("workbench");
        scroll.setContent(controls);
        scroll.setFocusTraversable(false);
        getChildren().addAll(scroll, result);
        // It takes whatever room there is
        setMinHeight(0);
        setPrefSize(360, 480);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * PADDING;
        double height = getHeight() - 2 * GAP;
        if (width >= WIDE) {
            scroll.resizeRelocate(PADDING, GAP, CONTROLS_WIDTH, height);
            double left = PADDING + CONTROLS_WIDTH + 2 * GAP;
            result.resizeRelocate(left, GAP, Math.max(0, getWidth() - PADDING - left), height);
            return;
        }
        double needed = Math.ceil(controls.prefHeight(width)) + 2;
        double part = Math.max(0, Math.min(needed, height - LEAST_RESULT - GAP));
        scroll.resizeRelocate(PADDING, GAP, width, part);
        result.resizeRelocate(PADDING, GAP + part + GAP, width, Math.max(0, height - part - GAP));
    }
}
