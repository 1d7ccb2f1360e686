package lab.carousel.ui.help;

import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.markdown.Links;
import lab.carousel.ui.markdown.MarkdownView;

/** A page of the manual, scrolled to a place on it. */
final class PageView extends ScrollArea {

    private static final double ABOVE = 8;
    /** Blocks that are given their style and their place in one go. */
    private static final int PIECE = 6;

    private final Consumer<LinkTarget> onLink;
    private final VBox paper = styled(new VBox(), "manual-paper");
    private Optional<MarkdownView> shown = Optional.empty();
    private Optional<ManualPage> known = Optional.empty();
    /** The blocks of the page that are not in their place yet. */
    private final Deque<Node> rest = new ArrayDeque<>();

    /** @param onLink is given where a link leads that is clicked */
    PageView(Consumer<LinkTarget> onLink) {
        this.onLink = onLink;
        setId("manualPage");
        getStyleClass().add("manual-page");
        setContent(paper);
    }

    void show(Manual manual, ManualPage page) {
        if (!known.equals(Optional.of(page))) {
            known = Optional.of(page);
            rest.clear();
            put(build(manual, page));
        }
        add(rest.size());
        setVvalue(0);
    }

    /** Shows the next piece of a page, so that nothing takes the time of all of it; gives whether there is more. */
    boolean showMore(Manual manual, ManualPage page) {
        if (!known.equals(Optional.of(page))) {
            known = Optional.of(page);
            MarkdownView view = build(manual, page);
            rest.clear();
            rest.addAll(view.getChildren());
            view.getChildren().clear();
            put(view);
            return true;
        }
        List<Node> next = add(PIECE);
        if (isOpen(this)) {
            next.forEach(Node::applyCss);
            layout();
        }
        return !rest.isEmpty();
    }

    /**
     * Whether what is in a node can be styled before it is due: JavaFX forgets the colours of a window that was closed and
     * would look for them in vain. All is styled anew when it opens.
     */
    static boolean isOpen(Node node) {
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }

    private List<Node> add(int most) {
        List<Node> next = new ArrayList<>();
        while (next.size() < most && !rest.isEmpty()) {
            next.add(rest.remove());
        }
        shown.ifPresent(view -> view.getChildren().addAll(next));
        return next;
    }

    private void put(MarkdownView view) {
        shown = Optional.of(view);
        paper.getChildren().setAll(view);
    }

    private MarkdownView build(Manual manual, ManualPage page) {
        Links links = new Links() {
            @Override
            public boolean leads(String address) {
                return manual.has(LinkTarget.of(address, page.name()));
            }

            @Override
            public void follow(String address) {
                onLink.accept(LinkTarget.of(address, page.name()));
            }
        };
        return new MarkdownView(page.text(), ShippedManual::picture, links);
    }

    /** Scrolls to an anchor of the page; an unknown one is its top. */
    void scrollTo(String anchor) {
        layOut();
        Optional<Node> place = anchor.isEmpty() ? Optional.empty() : shown.flatMap(view -> view.at(anchor));
        double hidden = paper.getHeight() - getViewportBounds().getHeight();
        double top = place.map(this::top).orElse(0.0);
        setVvalue(hidden <= 0 ? 0 : Math.max(0, Math.min(1, (top - ABOVE) / hidden)));
    }

    /** Scrolls so far down, 0 to 1. */
    void scrollTo(double share) {
        layOut();
        setVvalue(share);
    }

    /** How far down a place is, in pixels from the top of the page. */
    double top(Node place) {
        Bounds bounds = place.localToScene(place.getBoundsInLocal());
        return paper.sceneToLocal(bounds).getMinY();
    }

    private void layOut() {
        if (isOpen(this)) {
            getScene().getRoot().applyCss();
            // Twice, because pictures take their height from the width that the text gets the first time
            for (int pass = 0; pass < 2; pass++) {
                getScene().getRoot().layout();
            }
        }
    }
}
