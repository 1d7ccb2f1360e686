package lab.carousel.ui.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.text.Message;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.background.FrameBarrier;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Motion;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.form.Form;
import lab.carousel.ui.state.TraceService;
import lab.carousel.ui.state.TracedSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question about the network that is looked at, and shows the answer. While it is seen, it asks whenever there is
 * another network or something else is chosen; the answer is worked out in the background, and one that a newer question
 * has overtaken is dropped.
 *
 * @param <Q> a question; immutable
 */
public final class Probe<Q> implements PlaceContent {

    private static final double WORDS_WIDTH = 320;

    private final Form form;
    private final TraceService traces;
    private final DrawingView drawing;
    private final ConflatingWorker<Q, Shown> worker;
    private final FrameBarrier barrier;
    private final Function<TracedSnapshot, Asked<Q>> question;
    private final Label instead;
    private final StackPane view = new StackPane();
    private final List<Consumer<Palette>> coloured = new ArrayList<>();
    private Supplier<String> empty;
    private final List<Runnable> closed = new ArrayList<>();
    /** How often what is shown went away. */
    private int forgotten;

    /** Stops what is shown on its way. */
    private Runnable stop = () -> {};

    private @Nullable Region content;
    private Palette palette = Palette.LIGHT;
    private Optional<Shown> shown = Optional.empty();

    /**
     * A probe that asks nothing yet.
     *
     * @param form     what can be chosen; the id of the drawing is its key with {@code Drawing} behind it
     * @param question what it asks about a network with what is chosen now
     * @param answer   answers a question, in the background
     */
    public Probe(PlaceContext in, Form form, Function<TracedSnapshot, Asked<Q>> question, Function<Q, Shown> answer) {
        this.form = form;
        empty = () -> Message.text(form.key() + ".empty");
        this.question = question;
        traces = in.traces();
        drawing = new DrawingView(in.background(), form.key() + "Drawing");
        drawing.setAccessibleText(Message.text(form.key() + ".menu.tip"));
        drawing.setOnPicked((drawn, spot) -> shownAs(drawn).ifPresent(answered -> answered.pick(spot)));
        drawing.setOnOpened(
                (drawn, spot) -> shownAs(drawn).filter(Shown::leadsOn).isPresent(),
                (drawn, spot) -> shownAs(drawn).ifPresent(answered -> answered.open(spot)));
        coloured.add(drawing::setPalette);
        barrier = in.background().barrier();
        worker = ConflatingWorker.ofMoment(in.background(), form.key(), answer, this::take);
        instead = Controls.words(form.key() + "Empty", "empty");
        instead.setMaxWidth(WORDS_WIDTH);
        view.setId(form.key());
    }

    /** Begins to ask; the drawing is somewhere in what is shown. */
    public Probe<Q> open(Region newContent) {
        content = newContent;
        view.getChildren().addAll(newContent, instead);
        showInstead("");
        update(
                view,
                this::ask,
                Stream.concat(Stream.of(traces.tracedProperty()), Stream.of(form.values()))
                        .toArray(ObservableValue<?>[]::new));
        return this;
    }

    /** Says something else while there is no network. */
    public Probe<Q> empty(Supplier<String> words) {
        empty = words;
        return this;
    }

    /** Gives its colours to something else, too. */
    public Probe<Q> colours(Consumer<Palette> other) {
        coloured.add(other);
        return this;
    }

    /** Stops something else with it. */
    public Probe<Q> closes(Runnable other) {
        closed.add(other);
        return this;
    }

    /** The answer that is shown, if a drawing is its own and not that of the answer before. */
    private Optional<Shown> shownAs(Drawing drawn) {
        return shown.filter(answer -> answer.drawing().equals(drawn));
    }

    /** Asks again, because something was chosen. While it is not seen it waits until it is. */
    public void update() {
        if (content != null && view.isVisible()) {
            ask();
        }
    }

    private void ask() {
        TracedSnapshot traced = traces.getTraced();
        if (traced != null && view.getScene() == null) {
            // Made before it is looked at
            return;
        }
        Asked<Q> asked = traced == null ? Asked.instead(empty.get()) : question.apply(traced);
        if (asked.forgets()) {
            stop.run();
            worker.forget();
            forgotten++;
            shown = Optional.empty();
            drawing.show(null);
        }
        showInstead(asked.instead());
        asked.question().ifPresent(worker::ask);
    }

    /** Words in place of the content; empty ones show the content. */
    private void showInstead(String words) {
        instead.setText(words);
        instead.setVisible(!words.isEmpty());
        Objects.requireNonNull(content).setVisible(words.isEmpty());
    }

    /** The words appear together with the drawing, or the first of those on the way to it, which is drawn meanwhile. */
    private void take(Shown answer) {
        stop.run();
        Optional<DoubleFunction<Drawing>> way = Optional.ofNullable(drawing.drawing())
                .filter(before -> Motion.isOn(view))
                .flatMap(answer::wayFrom);
        way.ifPresentOrElse(
                moving -> stop = Motion.play(view, share -> {
                    if (share < 1) {
                        drawing.pass(moving.apply(share), answer.drawing());
                    } else {
                        drawing.show(answer.drawing());
                    }
                }),
                () -> drawing.show(answer.drawing()));
        int asked = forgotten;
        barrier.show(() -> {
            if (asked == forgotten) {
                shown = Optional.of(answer);
                drawing.setAccessibleText(answer.spoken());
                form.say(answer.texts());
                answer.show();
            }
        });
    }

    /** Where the answer is drawn. */
    public DrawingView drawing() {
        return drawing;
    }

    /** The answer that is shown; empty if there is none. */
    public Optional<Shown> shown() {
        return shown;
    }

    @Override
    public Region view() {
        return view;
    }

    public Palette palette() {
        return palette;
    }

    @Override
    public void setPalette(Palette colours) {
        palette = colours;
        coloured.forEach(part -> part.accept(colours));
    }

    @Override
    public Optional<Picture> picture() {
        return shown.map(answer -> answer.picture(palette));
    }

    @Override
    public void close() {
        closed.forEach(Runnable::run);
        worker.close();
    }

    /**
     * Calls an update when a view becomes visible in a window, and while it is visible there each time one of some values
     * changes. Values that outlive the window do not hold the view when it has left.
     *
     * @param update  shows what the values are now
     * @param sources the values
     */
    public static void update(Node view, Runnable update, ObservableValue<?>... sources) {
        ObservableValue<Boolean> isShown = WindowListeners.isShown(view);
        isShown.addListener((observable, before, now) -> {
            if (now) {
                update.run();
            }
        });
        // A value that is made of another one may be told anew and be the same: during a training that is so in each
        // frame
        List.of(sources).forEach(source -> source.when(isShown).addListener((observable, before, now) -> {
            if (isShown.getValue()) {
                update.run();
            }
        }));
        if (view.isVisible()) {
            update.run();
        }
    }
}
