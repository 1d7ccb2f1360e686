package lab.carousel.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Says what is wrong with a control, under it and over what stands there, so that nothing moves. While the keyboard is
 * elsewhere in the same form, or else the pointer, it is away, and what it lies over can be seen and used.
 */
public final class ProblemNote {

    private static final double LEAST_WIDTH = 240;
    private static final double GAP = 2;

    private final Pane owner;
    private final Region control;
    private final Region words;
    /** The parents of the owner, up to the form. */
    private final List<ObservableValue<Parent>> parents = new ArrayList<>();

    private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");
    private final ObservableValue<Boolean> formHover;
    private final ObservableValue<Node> focus;

    /**
     * A note that is not shown. It is no part of the window before something is wrong.
     *
     * @param owner   of which the words become a child; calls {@link #place} when it has laid out its other children
     * @param control child of it, under which the words appear
     * @param words   say what is wrong
     * @param levels  how many levels the form is above the owner
     */
    public ProblemNote(Pane owner, Region control, Region words, int levels) {
        this.owner = owner;
        this.control = control;
        this.words = words;
        parents.add(owner.parentProperty());
        while (parents.size() < levels) {
            parents.add(parents.get(parents.size() - 1).flatMap(Node::parentProperty));
        }
        ObservableValue<Parent> form = parents.get(levels - 1);
        formHover = form.flatMap(Node::hoverProperty).orElse(false);
        focus = owner.sceneProperty().flatMap(Scene::focusOwnerProperty);
    }

    private void attach() {
        owner.getChildren().add(words);
        words.setManaged(false);
        words.getStyleClass().add("problem-note");
        words.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::isSeen, wrong, owner.disabledProperty(), owner.hoverProperty(), formHover, focus));
        words.visibleProperty().addListener(observable -> raise());
    }

    private boolean isSeen() {
        Parent form = parents.get(parents.size() - 1).getValue();
        boolean isFormUsed = form != null && hasFocus(form);
        boolean isPointedAt = owner.isHover() || !formHover.getValue();
        return wrong.get() && !owner.isDisabled() && (hasFocus(owner) || (!isFormUsed && isPointedAt));
    }

    /** Not by {@link Node#isFocusWithin}, which stays true for the parents of cells that were used again. */
    private boolean hasFocus(Node node) {
        Node within = focus.getValue();
        while (within != null && within != node) {
            within = within.getParent();
        }
        return within != null;
    }

    /** Shows the words, which may have changed, or takes them away. */
    public void show(boolean isWrong) {
        if (isWrong && words.getParent() == null) {
            attach();
        }
        wrong.set(isWrong);
        owner.requestLayout();
    }

    /** Draws the owner, and all that it is in as far as the form, over what comes after it, and leaves that to the pointer. */
    private void raise() {
        List<Parent> raised = new ArrayList<>(List.of(owner));
        parents.forEach(parent -> Optional.ofNullable(parent.getValue()).ifPresent(raised::add));
        for (Parent node : raised) {
            boolean isUnder = node.lookupAll(".problem-note").stream().anyMatch(Node::isVisible);
            node.setViewOrder(isUnder ? -1 : 0);
            if (node instanceof Region) {
                // Its bounds have grown over what the words lie over
                node.setPickOnBounds(!isUnder);
            }
        }
        owner.requestLayout();
    }

    /** Places the words under the control; above it where there is no room below. */
    public void place() {
        Scene scene = owner.getScene();
        if (scene == null || !words.isVisible()) {
            return;
        }
        Bounds at = control.getBoundsInParent();
        Bounds room = owner.sceneToLocal(seen(scene));
        double width = Math.min(words.prefWidth(-1), Math.max(LEAST_WIDTH, at.getWidth()));
        double height = words.prefHeight(width);
        double below = at.getMaxY() + GAP;
        // In a low list there may be too little room on either side
        double above = Math.max(room.getMinY(), at.getMinY() - GAP - height);
        double left = Math.max(room.getMinX(), Math.min(at.getMinX(), room.getMaxX() - width));
        boolean isAbove = below + height > room.getMaxY() && at.getMinY() - room.getMinY() > room.getMaxY() - below;
        words.resizeRelocate(left, isAbove ? above : below, width, height);
    }

    /** What is seen of all that the owner is in: what scrolls is clipped. */
    private Bounds seen(Scene scene) {
        Node clipped = owner;
        while (clipped.getClip() == null && clipped.getParent() != null) {
            clipped = clipped.getParent();
        }
        return clipped.getClip() == null
                ? scene.getRoot().getBoundsInParent()
                : clipped.localToScene(clipped.getLayoutBounds());
    }
}
