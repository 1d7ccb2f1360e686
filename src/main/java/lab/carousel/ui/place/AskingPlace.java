package lab.carousel.ui.place;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Curtain;
import lab.carousel.ui.background.Latest;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A place that asks a question about the network that is looked at, and shows the answer. While it is seen, it asks
 * whenever there is another network or something else is chosen; the answer is worked out in the background, and one that
 * a newer question has overtaken is dropped. Colours, the picture with its table, the words for those who do not see the
 * drawing, and what is said where there is nothing to show are the same for all of them.
 *
 * <p>A place names its question ({@link #question}), and builds what is shown around the {@link #drawing()}. It gives
 * that to {@link #open} at the end of its constructor. Its words stand in the bundle of its key, {@code .empty} among
 * them, which say what will be seen as soon as there is a network.
 *
 * @param <Q> a question; immutable
 * @param <A> an answer
 */
public abstract class AskingPlace<Q, A extends PlaceAnswer> implements Place.Content {

    private final String key;
    private final TraceService traces;
    private final DrawingView drawing;
    private final Latest<Q, A> worker;
    private final Curtain curtain;
    /** How often what is shown went away. */
    private int forgotten;

    /** Made when the place begins to ask, which it does when it is made. */
    private @Nullable PlaceFrame frame;

    private Palette palette = Palette.LIGHT;
    private Optional<A> shown = Optional.empty();

    /**
     * A place that asks nothing yet.
     *
     * @param background answers
     * @param key        its name in bundles and ids; that of the drawing has {@code Drawing} behind it
     * @param traces     the networks that it asks about
     * @param work       answers a question, in the background
     */
    protected AskingPlace(Background background, String key, TraceService traces, Function<Q, A> work) {
        this.key = key;
        this.traces = traces;
        drawing = new DrawingView(background, key + "Drawing");
        drawing.setAccessibleText(Message.text(key + ".menu.tip"));
        drawing.setOnPicked(this::pick);
        curtain = background.curtain();
        worker = Latest.ofMoment(background, key, work, this::take);
    }

    /**
     * Begins to ask.
     *
     * @param content    what is shown, the drawing in it
     * @param sources    what changes the question besides the network
     */
    protected final void open(Region content, ObservableValue<?>... sources) {
        PlaceFrame made = new PlaceFrame(key, content);
        frame = made;
        Probe.update(
                made,
                this::ask,
                Stream.concat(Stream.of(traces.tracedProperty()), Stream.of(sources))
                        .toArray(ObservableValue<?>[]::new));
    }

    /** What it asks about a network with what is chosen now. */
    protected abstract Asked<Q> question(TracedSnapshot traced);

    /** Shows what an answer says besides its drawing. */
    protected abstract void show(A answer);

    private void pick(Drawing drawn, Drawing.Spot spot) {
        shownAs(drawn).ifPresent(answer -> pick(answer, spot));
    }

    /** The answer that is shown, if a drawing is its own and not that of the answer before. */
    protected final Optional<A> shownAs(Drawing drawn) {
        return shown.filter(answer -> answer.drawing().equals(drawn));
    }

    /** Follows a click on the drawing of an answer, or the key that stands for it. */
    protected void pick(A answer, Drawing.Spot spot) {}

    /** What stands here while there is no network. */
    protected String emptyWords() {
        return Message.text(key + ".empty");
    }

    /** Asks again, because something was chosen. While the place is not seen it waits until it is. */
    protected final void update() {
        if (frame != null && frame.isVisible()) {
            ask();
        }
    }

    private void ask() {
        TracedSnapshot traced = traces.getTraced();
        if (traced != null && view().getScene() == null) {
            // Made before it is looked at
            return;
        }
        Asked<Q> asked = traced == null ? Asked.instead(emptyWords()) : question(traced);
        if (asked.forgets()) {
            worker.forget();
            forgotten++;
            shown = Optional.empty();
            drawing.show(null);
        }
        view().showInstead(asked.instead());
        asked.question().ifPresent(worker::ask);
    }

    /** The words appear together with the drawing, which is drawn meanwhile. */
    private void take(A answer) {
        drawing.show(answer.drawing());
        int asked = forgotten;
        curtain.show(() -> {
            if (asked == forgotten) {
                shown = Optional.of(answer);
                drawing.setAccessibleText(answer.spoken());
                show(answer);
            }
        });
    }

    /** Where the answer is drawn. */
    protected final DrawingView drawing() {
        return drawing;
    }

    /** The answer that is shown; empty if there is none. */
    protected final Optional<A> shown() {
        return shown;
    }

    @Override
    public final PlaceFrame view() {
        return Objects.requireNonNull(frame);
    }

    /** The colours. */
    protected final Palette palette() {
        return palette;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        drawing.setPalette(colours);
    }

    @Override
    public final Optional<Picture> picture() {
        return shown.map(answer -> answer.picture(palette));
    }

    @Override
    public void close() {
        worker.close();
    }

    /** What a place shows, or in its place words that say what is missing and what to do. */
    public static final class PlaceFrame extends StackPane {

        private static final double WORDS_WIDTH = 320;

        private final Region content;
        private final Label instead = new Label();

        /**
         * A frame.
         *
         * @param key     the id; the words are called {@code key + "Empty"}
         * @param content what is shown
         */
        public PlaceFrame(String key, Region content) {
            this.content = content;
            setId(key);
            instead.setId(key + "Empty");
            instead.getStyleClass().add("empty");
            instead.setWrapText(true);
            instead.setMaxWidth(WORDS_WIDTH);
            getChildren().addAll(content, instead);
            showInstead("");
        }

        /** Shows words in place of the content; empty words show the content. */
        public void showInstead(String words) {
            instead.setText(words);
            instead.setVisible(!words.isEmpty());
            content.setVisible(words.isEmpty());
        }
    }
}
