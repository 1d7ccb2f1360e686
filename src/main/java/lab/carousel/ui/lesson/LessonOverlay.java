package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.NodeVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the window: rings around what a step points at, and covers over what a question hides. What is covered is
 * not drawn at all, so that neither a pointer nor a screen reader finds it.
 */
final class LessonOverlay extends Pane {

    private static final double OUTSET = 4;
    static final int FRAMES_TO_SCROLL = 10;
    /** Rings are drawn around the whole row of a control that has one. */
    private static final String ROW = "row";

    private final Function<String, Node> find;
    private final List<Over> all = new ArrayList<>();
    private List<Node> hidden = List.of();

    /** A region that lies over a node, and keeps it: it is asked for in each frame, and stays while its window does. */
    private final class Over {

        private final String id;
        private final Region region;
        private final boolean covers;
        private @Nullable Node node;
        /** For how many more frames what it points at is brought into view, as its place may still be found. */
        private int framesToScroll = FRAMES_TO_SCROLL;

        Over(String id, Region region, boolean covers) {
            this.id = id;
            this.region = region;
            this.covers = covers;
        }

        /** Scrolls to what a ring points at; after a few frames it stays where somebody scrolls it. */
        void bringIntoView(Node shown) {
            if (!covers && framesToScroll > 0) {
                framesToScroll--;
                scrollTo(row(shown));
            }
        }

        @Nullable
        Node node() {
            if (node == null || node.getScene() == null || !id.equals(node.getId())) {
                node = find.apply(id);
            }
            return node;
        }
    }

    /** @param find gives the node of an id, or null */
    LessonOverlay(Function<String, Node> find) {
        this.find = find;
        setId("lessonOverlay");
        setManaged(false);
        setPickOnBounds(false);
    }

    void show(List<WindowSpot> spotlit, List<WindowSpot> covered) {
        hidden.forEach(node -> node.setVisible(true));
        all.clear();
        covered.forEach(spot -> all.add(new Over(spot.id(), Controls.cover(spot.name()), true)));
        spotlit.forEach(spot -> all.add(new Over(spot.id(), ring(spot), false)));
        hidden = covered.stream()
                .map(spot -> find.apply(spot.id()))
                .filter(node -> node != null)
                .toList();
        hidden.forEach(node -> node.setVisible(false));
        // A pane gives those that it manages the size that they prefer
        all.forEach(over -> over.region.setManaged(false));
        getChildren().setAll(all.stream().map(over -> over.region).toList());
        place();
    }

    private static Region ring(WindowSpot spot) {
        Region ring = named(new Region(), "ring-" + spot.name(), "lesson-ring");
        ring.setMouseTransparent(true);
        return ring;
    }

    /** Follows what it lies over. Called once per frame. */
    void place() {
        for (Over over : all) {
            Node node = over.node();
            Bounds bounds = node == null || node.getScene() == null ? null : bounds(node, over.covers);
            boolean shown = node != null && bounds != null && bounds.getWidth() > 0 && isShown(node, over.covers);
            over.region.setVisible(shown);
            if (node != null && bounds != null && shown) {
                over.bringIntoView(node);
                over.region.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
            }
        }
    }

    /**
     * Whether a node is on the screen, or would be if it were not covered: what is covered keeps its room, but what is
     * in it is not ringed.
     */
    private boolean isShown(Node node, boolean covers) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() && !(hidden.contains(each) && (covers || each == node))) {
                return false;
            }
        }
        return true;
    }

    /** Scrolls all that a node scrolls with until it is seen, its top first. */
    static void scrollTo(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane) {
                Node content = pane.getContent();
                Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double height = pane.getViewportBounds().getHeight();
                double beyond = content.getLayoutBounds().getHeight() - height;
                double top = pane.getVvalue() * beyond;
                double nearest = Math.min(place.getMinY(), Math.max(top, place.getMaxY() - height));
                if (beyond > 0 && nearest != top) {
                    pane.setVvalue(Math.max(0, Math.min(1, nearest / beyond)));
                }
            }
        }
    }

    /** Where a node is in this pane; a ring a little larger, within the window. */
    private Bounds bounds(Node node, boolean covers) {
        Node whole = covers ? node : row(node);
        Bounds inside = sceneToLocal(NodeVisibility.of(whole));
        if (covers || inside.isEmpty()) {
            return inside;
        }
        // Presented all is larger, and the ring thicker
        double outset = OUTSET * Math.max(1, whole.getLocalToSceneTransform().getMxx());
        double left = Math.max(0, inside.getMinX() - outset);
        double top = Math.max(0, inside.getMinY() - outset);
        Bounds window = getParent().getLayoutBounds();
        double right = Math.min(window.getWidth(), inside.getMaxX() + outset);
        double bottom = Math.min(window.getHeight(), inside.getMaxY() + outset);
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /** The row in which a control stands, or the control itself. */
    static Node row(Node control) {
        for (Node each = control; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains(ROW)) {
                return each;
            }
        }
        return control;
    }
}
