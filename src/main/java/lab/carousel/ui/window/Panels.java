package lab.carousel.ui.window;

import java.util.List;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.ViewScope;

/**
 * The places between toolbar and status bar: editors on the left, loss over state in the middle, the microscope on the
 * right. Each can be resized with its divider, and hidden.
 */
final class Panels extends SplitPane {

    private static final double LEAST_HEIGHT = 160;
    /** Room for two sequences, what they ask for, and a problem, which moves nothing when it comes. */
    private static final double SIMPLE_TASK = 280;
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

    /** In the simple view the task has little to show. */
    void show(ViewScope scope) {
        left.setMostHeight(scope.isWhole() ? Double.POSITIVE_INFINITY : SIMPLE_TASK);
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

    /**
     * Two places above one another. Each keeps its share of the height when the window becomes higher or lower; the divider
     * between them changes the shares. (A plain split pane takes all the height from the lower one.)
     */
    static final class Stack extends SplitPane {

        private double share;
        private double mostHeight = Double.POSITIVE_INFINITY;
        private double heightBefore;

        Stack(double share, Region upper, Region lower) {
            super(upper, lower);
            this.share = share;
            setOrientation(Orientation.VERTICAL);
            setDividerPositions(share);
        }

        /** The upper one's share of the height, 0 to 1. */
        double share() {
            return share;
        }

        void setShare(double newShare) {
            share = newShare;
            place();
        }

        /** Gives the upper one no more than so many pixels, whatever its share; where it stands then is not kept as its share. */
        void setMostHeight(double newMostHeight) {
            mostHeight = newMostHeight;
            place();
        }

        private void place() {
            setDividerPositions(Math.min(share, mostHeight / getHeight()));
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (getDividers().isEmpty()) {
                return;
            }
            if (getHeight() == heightBefore) {
                share = mostHeight < Double.POSITIVE_INFINITY ? share : getDividerPositions()[0];
            } else {
                place();
                heightBefore = getHeight();
                super.layoutChildren();
            }
        }
    }

    /**
     * The dividers without a mouse: Ctrl, Shift and an arrow key make the panel that has the focus wider (right),
     * narrower (left), taller (down) or lower (up).
     */
    static final class PanelKeys {

        private static final double STEP = 16;

        private final SplitPane columns;
        private final List<? extends SplitPane> stacks;
        private final Runnable onResized;

        /**
         * @param stacks    those of the columns that hold one panel upon the other
         * @param onResized is told when a divider has moved
         */
        PanelKeys(SplitPane columns, List<? extends SplitPane> stacks, Runnable onResized) {
            this.columns = columns;
            this.stacks = stacks;
            this.onResized = onResized;
            columns.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        }

        private void onKey(KeyEvent event) {
            boolean isMine = event.isShortcutDown() && event.isShiftDown() && !event.isAltDown();
            // In a text the same keys mark words
            if (!isMine || event.getTarget() instanceof TextInputControl) {
                return;
            }
            switch (event.getCode()) {
                case RIGHT -> grow(columns, columns.getWidth(), STEP);
                case LEFT -> grow(columns, columns.getWidth(), -STEP);
                case DOWN -> growInStack(STEP);
                case UP -> growInStack(-STEP);
                default -> {
                    return;
                }
            }
            event.consume();
        }

        private void growInStack(double pixels) {
            stacks.stream()
                    .filter(stack -> place(stack) >= 0)
                    .findFirst()
                    .ifPresent(stack -> grow(stack, stack.getHeight(), pixels));
        }

        /** The last panel has its divider before it, all others behind. */
        private void grow(SplitPane panels, double size, double pixels) {
            int place = place(panels);
            int last = panels.getItems().size() - 1;
            if (place < 0 || last < 1) {
                return;
            }
            int divider = Math.min(place, last - 1);
            double by = (place == last ? -pixels : pixels) / size;
            panels.setDividerPosition(divider, panels.getDividerPositions()[divider] + by);
            panels.layout();
            onResized.run();
        }

        /** The panel that has the focus; -1 if none has. */
        private static int place(SplitPane panels) {
            Node owner = panels.getScene().getFocusOwner();
            for (int place = 0; place < panels.getItems().size(); place++) {
                if (FirstControl.isIn(owner, panels.getItems().get(place))) {
                    return place;
                }
            }
            return -1;
        }
    }
}
