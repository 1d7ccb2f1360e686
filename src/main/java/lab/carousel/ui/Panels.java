package lab.carousel.ui;

import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * The places between toolbar and status bar: editors on the left, loss over state in the middle, the
 * microscope on the right. Each can be resized with its divider, and hidden.
 */
final class Panels extends SplitPane {

    private static final double EDITORS_WIDTH = 376;
    private static final double MICROSCOPE_WIDTH = 376;

    private static final double LEAST_HEIGHT = 160;
    private static final double LOSS_SHARE = 0.42;

    private static final double EDITORS_SHARE = 0.5;

    private final SplitPane left;
    private final SplitPane middle;
    private final Region task;
    private final Region hyperparameters;
    private final Region microscope;
    private final Region loss;
    private final Region state;
    private boolean editorsWereShown = true;
    private boolean editorsAreReplaced;

    Panels(Region task, Region hyperparameters, Region loss, Region state, Region microscope) {
        this.task = task;
        this.hyperparameters = hyperparameters;
        this.loss = loss;
        this.state = state;
        this.microscope = microscope;
        task.setMinHeight(LEAST_HEIGHT);
        hyperparameters.setMinHeight(LEAST_HEIGHT);
        left = new Stack(EDITORS_SHARE, task, hyperparameters);
        middle = new Stack(LOSS_SHARE, loss, state);
        left.setPrefWidth(EDITORS_WIDTH);
        left.setMinWidth(240);
        middle.setMinWidth(320);
        microscope.setPrefWidth(MICROSCOPE_WIDTH);
        microscope.setMinWidth(240);
        getItems().setAll(left, middle, microscope);
        // The middle takes what a larger window gives; the sides keep the width they were given.
        setResizableWithParent(left, false);
        setResizableWithParent(microscope, false);
        widthProperty().addListener((observable, before, now) -> {
            if (before.doubleValue() == 0) {
                placeDividers(now.doubleValue());
            }
        });
    }

    private void placeDividers(double width) {
        boolean editors = getItems().contains(left);
        boolean right = getItems().contains(microscope) && getItems().size() > 1;
        if (editors && getItems().size() > 1) {
            setDividerPosition(0, EDITORS_WIDTH / width);
        }
        if (right) {
            setDividerPosition(getDividers().size() - 1, 1 - MICROSCOPE_WIDTH / width);
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
        left.setDividerPositions(EDITORS_SHARE);
    }

    void showEditors(boolean shown) {
        show(left, shown);
    }

    /** Gives the microscope half of the window and takes the editors away, or makes it as it was. */
    void widenMicroscope(boolean wide) {
        showMicroscope(true);
        boolean wasShown = getItems().contains(left);
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
            middle.setDividerPositions(LOSS_SHARE);
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
