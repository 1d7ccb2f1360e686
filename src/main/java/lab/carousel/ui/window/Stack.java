package lab.carousel.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/**
 * Two places above one another. Each keeps its share of the height when the window becomes higher or lower; the divider
 * between them changes the shares. (A plain split pane takes all the height from the lower one.)
 */
final class Stack extends SplitPane {

    private double share;
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

    /** Gives the upper one another share of the height. */
    void setShare(double newShare) {
        share = newShare;
        setDividerPositions(newShare);
    }

    /** Takes out its places, for which it keeps their room; gives what puts them back, one after the other. */
    List<Runnable> takeApart() {
        List<Node> places = List.copyOf(getItems());
        getItems().setAll(places.stream().map(place -> new Region()).toList());
        setShare(share);
        return IntStream.range(0, places.size())
                .<Runnable>mapToObj(index -> () -> {
                    getItems().set(index, places.get(index));
                    setShare(share);
                })
                .toList();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getDividers().isEmpty()) {
            return;
        }
        if (getHeight() == heightBefore) {
            share = getDividerPositions()[0];
        } else {
            setDividerPositions(share);
            heightBefore = getHeight();
            super.layoutChildren();
        }
    }
}
