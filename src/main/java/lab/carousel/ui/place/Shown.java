package lab.carousel.ui.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.mark.Hit;
import org.jspecify.annotations.Nullable;

/** What a place has found out in the background: drawn, and in words. Not changed any more once it is handed over. */
public final class Shown {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;

    private final Drawing drawing;
    private final String title;
    private final String subtitle;
    private final Map<String, String> texts = new HashMap<>();
    private String spoken;
    private Runnable then = () -> {};
    private Consumer<Hit> pick = spot -> {};
    private @Nullable Consumer<Hit> open;
    private Function<Palette, Picture> picture;
    private Function<Drawing, Optional<DoubleFunction<Drawing>>> way = before -> Optional.empty();

    /**
     * A drawing.
     *
     * @param title    what the picture for a slide shows, and of which network
     * @param subtitle what the picture says below its title, may be long; also read aloud in place of the drawing
     */
    public Shown(Drawing drawing, String title, String subtitle) {
        this.drawing = drawing;
        this.title = title;
        this.subtitle = subtitle;
        this.spoken = subtitle;
        this.picture = sized(WIDTH, HEIGHT);
    }

    private Function<Palette, Picture> sized(int width, int height) {
        return palette -> new DrawnPicture(title, subtitle, drawing, palette, width, height);
    }

    /** Makes the picture for a slide of another size, in points. */
    public Shown size(int width, int height) {
        return picture(sized(width, height));
    }

    /** Makes the picture for a slide so. */
    public Shown picture(Function<Palette, Picture> newPicture) {
        picture = newPicture;
        return this;
    }

    /** Puts words into a label of the form, by its name. */
    public Shown says(String name, String words) {
        texts.put(name, words);
        return this;
    }

    /** Says something else to those who do not see the drawing. */
    public Shown spoken(String words) {
        spoken = words;
        return this;
    }

    /**
     * Says how what is drawn comes about from what was drawn before, at shares of the way from 0 to 1; empty if it is just
     * there.
     */
    public Shown comes(Function<Drawing, Optional<DoubleFunction<Drawing>>> from) {
        way = from;
        return this;
    }

    Optional<DoubleFunction<Drawing>> wayFrom(Drawing before) {
        return way.apply(before);
    }

    /** Shows what else there is, on the JavaFX thread, after what is shown so already. */
    public Shown then(Runnable action) {
        Runnable before = then;
        then = () -> {
            before.run();
            action.run();
        };
        return this;
    }

    /** Follows a click on the drawing, or the key that stands for it. */
    public Shown picks(Consumer<Hit> action) {
        pick = action;
        return this;
    }

    /** Follows a click on the drawing, or Enter, where something stands. */
    public Shown opens(Consumer<Hit> action) {
        open = action;
        return this;
    }

    public Drawing drawing() {
        return drawing;
    }

    /** The same in words, for those who do not see the drawing. */
    public String spoken() {
        return spoken;
    }

    /** The words in the labels of the form, by their names. */
    public Map<String, String> texts() {
        return texts;
    }

    void show() {
        then.run();
    }

    void pick(Hit spot) {
        pick.accept(spot);
    }

    boolean leadsOn() {
        return open != null;
    }

    void open(Hit spot) {
        if (open != null) {
            open.accept(spot);
        }
    }

    /** All of it as a picture for a slide. */
    public Picture picture(Palette palette) {
        return picture.apply(palette);
    }
}
