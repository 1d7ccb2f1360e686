package lab.carousel.ui.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.file.session.PanelLayout;

/**
 * The places between toolbar and status bar: editors on the left, loss over state in the middle, the
 * microscope on the right. Each can be resized with its divider, and hidden.
 */
final class Panels extends SplitPane {

    private static final double LEAST_HEIGHT = 160;
    /** In a narrow window the sides give what the middle needs, until they have these widths. */
    private static final double MIDDLE = 332;

    private static final double NARROW_EDITORS = 312;
    private static final double NARROW_MICROSCOPE = 364;

    private final Stack left;
    private final Stack middle;
    private final Region task;
    private final Region hyperparameters;
    private final Region microscope;
    private final Region loss;
    private final Region state;
    private boolean editorsWereShown = true;
    private boolean editorsAreReplaced;
    private double editorsWidth = PanelLayout.INITIAL.editorsWidth();
    private double microscopeWidth = PanelLayout.INITIAL.microscopeWidth();
    private boolean isWide;
    private double widthBefore;

    Panels(Region task, Region hyperparameters, Region loss, Region state, Region microscope) {
        this.task = task;
        this.hyperparameters = hyperparameters;
        this.loss = loss;
        this.state = state;
        this.microscope = microscope;
        task.setMinHeight(LEAST_HEIGHT);
        hyperparameters.setMinHeight(LEAST_HEIGHT);
        left = new Stack(PanelLayout.INITIAL.taskShare(), task, hyperparameters);
        middle = new Stack(PanelLayout.INITIAL.lossShare(), loss, state);
        left.setPrefWidth(editorsWidth);
        left.setMinWidth(240);
        middle.setMinWidth(320);
        microscope.setPrefWidth(microscopeWidth);
        microscope.setMinWidth(240);
        getItems().setAll(left, middle, microscope);
        // The middle takes what a larger window gives; the sides keep the width they were given.
        setResizableWithParent(left, false);
        setResizableWithParent(microscope, false);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = getWidth();
        boolean isShort = Math.min(widthBefore, width) < editorsWidth + MIDDLE + microscopeWidth;
        if (width != widthBefore && isShort && !isWide) {
            placeDividers(width);
            super.layoutChildren();
        }
        widthBefore = width;
    }

    private void placeDividers(double width) {
        boolean editors = getItems().contains(left);
        boolean right = getItems().contains(microscope) && getItems().size() > 1;
        double missing = editors && right ? Math.max(0, editorsWidth + MIDDLE + microscopeWidth - width) : 0;
        double fromEditors = Math.min(missing, Math.max(0, editorsWidth - NARROW_EDITORS));
        double fromMicroscope = Math.min(missing - fromEditors, Math.max(0, microscopeWidth - NARROW_MICROSCOPE));
        if (editors && getItems().size() > 1) {
            setDividerPosition(0, (editorsWidth - fromEditors) / width);
        }
        if (right) {
            setDividerPosition(getDividers().size() - 1, 1 - (microscopeWidth - fromMicroscope) / width);
        }
    }

    /** Calls back when the user has moved a divider. */
    void whenResized(Runnable onResized) {
        new PanelKeys(this, List.of(left, middle), () -> {
            rememberWidths();
            onResized.run();
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (isDivider(event.getTarget())) {
                rememberWidths();
                onResized.run();
            }
        });
    }

    private static boolean isDivider(EventTarget target) {
        Node node = target instanceof Node clicked ? clicked : null;
        // The part of a divider that can be seen may be a node of its own
        return node != null
                && (node.getStyleClass().contains("split-pane-divider")
                        || (node.getParent() != null
                                && node.getParent().getStyleClass().contains("split-pane-divider")));
    }

    private void rememberWidths() {
        if (!isWide && getItems().contains(left) && getItems().size() > 1) {
            editorsWidth = Math.rint(left.getWidth());
        }
        if (!isWide && getItems().contains(microscope) && getItems().size() > 1) {
            microscopeWidth = Math.rint(microscope.getWidth());
        }
    }

    /** The width of the editors, in pixels. */
    double editorsWidth() {
        return editorsWidth;
    }

    /** The width of the microscope when it is not wide, in pixels. */
    double microscopeWidth() {
        return microscopeWidth;
    }

    /** The task's share of the height of the editors. */
    double taskShare() {
        return left.share();
    }

    /** The loss chart's share of the height of the middle. */
    double lossShare() {
        return middle.share();
    }

    /** Makes the panels as large as a layout says. */
    void resize(PanelLayout layout) {
        editorsWidth = layout.editorsWidth();
        microscopeWidth = layout.microscopeWidth();
        left.setShare(layout.taskShare());
        middle.setShare(layout.lossShare());
        if (!isWide) {
            placeDividers(getWidth());
        }
    }

    /** Puts something in the place of the editors, which can then stand elsewhere. */
    void replaceEditors(Region column) {
        if (!left.getItems().equals(List.of(column))) {
            editorsAreReplaced = true;
            left.getItems().setAll(column);
            showEditors(true);
        }
    }

    /** Puts the editors back. */
    void restoreEditors() {
        editorsAreReplaced = false;
        hyperparameters.setMinHeight(LEAST_HEIGHT);
        left.getItems().setAll(task, hyperparameters);
        left.setShare(left.share());
    }

    /** Puts all places back where they belong, after they stood elsewhere. */
    void reassemble() {
        reassemble(left);
        reassemble(middle);
        List<Node> columns = List.copyOf(getItems());
        double[] dividers = getDividerPositions();
        getItems().clear();
        getItems().setAll(columns);
        setDividerPositions(dividers);
    }

    private static void reassemble(Stack stack) {
        List<Node> places = List.copyOf(stack.getItems());
        double share = stack.share();
        stack.getItems().clear();
        stack.getItems().setAll(places);
        stack.setShare(share);
    }

    /** Takes out the places that stand above one another; gives what puts them back, one after the other. */
    List<Runnable> takeApart() {
        return Stream.of(left, middle)
                .flatMap(stack -> stack.takeApart().stream())
                .toList();
    }

    void showEditors(boolean shown) {
        show(left, shown);
    }

    /** Gives the microscope half of the window and takes the editors away, or makes it as it was. */
    void widenMicroscope(boolean wide) {
        showMicroscope(true);
        boolean wasShown = getItems().contains(left);
        isWide = wide;
        // Half of the window, also of a larger one
        setResizableWithParent(microscope, wide);
        if (wide) {
            editorsWereShown = wasShown;
            // What took their place is read beside the microscope
            showEditors(wasShown && editorsAreReplaced);
            setDividerPosition(getDividers().size() - 1, 0.5);
        } else {
            showEditors(wasShown || editorsWereShown);
            placeDividers(getWidth());
        }
    }

    void showMicroscope(boolean shown) {
        show(microscope, shown);
    }

    void showLoss(boolean shown) {
        showInMiddle(loss, state, shown);
    }

    void showState(boolean shown) {
        showInMiddle(state, loss, shown);
    }

    private void showInMiddle(Region place, Region other, boolean shown) {
        boolean otherShown = middle.getItems().contains(other);
        List<Region> both = List.of(loss, state);
        middle.getItems()
                .setAll(both.stream()
                        .filter(region -> region == place ? shown : otherShown)
                        .toList());
        if (middle.getItems().size() == 2) {
            middle.setShare(middle.share());
        }
        show(middle, !middle.getItems().isEmpty());
    }

    /** Shows or hides a column, keeping the order from left to right. */
    private void show(Region column, boolean shown) {
        if (getItems().contains(column) == shown) {
            return;
        }
        List<Region> columns = List.of(left, middle, microscope);
        getItems()
                .setAll(columns.stream()
                        .filter(each -> each == column ? shown : getItems().contains(each))
                        .toList());
        placeDividers(getWidth());
    }
}
