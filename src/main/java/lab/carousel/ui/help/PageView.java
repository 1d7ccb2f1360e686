package lab.carousel.ui.help;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.manual.Target;
import lab.carousel.ui.markdown.Links;
import lab.carousel.ui.markdown.MarkdownView;

/** A page of the manual, scrolled to a place on it. */
final class PageView extends ScrollPane {

    private static final double ABOVE = 8;

    private final Consumer<Target> onLink;
    private final VBox paper = new VBox();
    private Optional<MarkdownView> shown = Optional.empty();
    private Optional<ManualPage> known = Optional.empty();

    /**
     * A view without a page.
     *
     * @param onLink is given where a link leads that is clicked
     */
    PageView(Consumer<Target> onLink) {
        this.onLink = onLink;
        setId("manualPage");
        getStyleClass().add("manual-page");
        paper.getStyleClass().add("manual-paper");
        setContent(paper);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Shows a page from its top. */
    void show(Manual manual, ManualPage page) {
        if (!known.equals(Optional.of(page))) {
            known = Optional.of(page);
            build(manual, page);
        }
        setVvalue(0);
    }

    private void build(Manual manual, ManualPage page) {
        Links links = new Links() {
            @Override
            public boolean leads(String address) {
                return manual.has(Target.of(address, page.name()));
            }

            @Override
            public void follow(String address) {
                onLink.accept(Target.of(address, page.name()));
            }
        };
        MarkdownView view = new MarkdownView(page.text(), ShippedManual::picture, links);
        shown = Optional.of(view);
        paper.getChildren().setAll(view);
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

    /** Twice, because pictures take their height from the width that the text gets the first time. */
    private void layOut() {
        if (getScene() != null) {
            for (int pass = 0; pass < 2; pass++) {
                getScene().getRoot().applyCss();
                getScene().getRoot().layout();
            }
        }
    }
}
