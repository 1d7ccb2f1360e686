package lab.carousel.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.lesson.Situation;

/** What a view has found out: drawn, with a table of its numbers, and in words. Not changed any more once it is handed over. */
public final class Answer {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;

    private final Drawing drawing;
    private final String title;
    private final Map<String, String> sentences = new LinkedHashMap<>();
    private int width = WIDTH;
    private int height = HEIGHT;
    private OptionalDouble needed = OptionalDouble.empty();
    private List<Deed> deeds = List.of();
    private boolean isOpened;
    private String spoken = "";
    private Map<String, Object> facts = Map.of();
    private Function<Hit, Optional<Selected>> selects = spot -> Optional.empty();

    /** @param title of the picture for a slide */
    Answer(Drawing drawing, String title) {
        this.drawing = drawing;
        this.title = title;
    }

    /** One of the view's sentences, by its name; may be empty. */
    Answer says(String name, String words) {
        sentences.put(name, words);
        return this;
    }

    /** Makes the picture for a slide of another size, in points. */
    Answer size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        return this;
    }

    /** Says something else than the sentences to those who do not see the drawing. */
    Answer spoken(String words) {
        spoken = words;
        return this;
    }

    /** Tells what a step of a lesson can ask for, by its name in a {@link Situation}. */
    Answer tells(String condition, Object value) {
        facts = Map.of(condition, value);
        return this;
    }

    /** Needs a height, in points, whatever the width; where there is less room it scrolls. */
    Answer height(double points) {
        needed = OptionalDouble.of(points);
        return this;
    }

    Answer deeds(List<Deed> offered) {
        deeds = List.copyOf(offered);
        return this;
    }

    /** Selects only where it is opened, not where the pointer is dragged over it. */
    Answer opens(Function<Hit, Optional<Selected>> selection) {
        selects = selection;
        isOpened = true;
        return this;
    }

    Answer selects(Function<Hit, Optional<Selected>> selection) {
        selects = selection;
        return this;
    }

    public Drawing drawing() {
        return drawing;
    }

    public String title() {
        return title;
    }

    /** By their names, in the order of the view. */
    public Map<String, String> sentences() {
        return Collections.unmodifiableMap(sentences);
    }

    /** All sentences, in one line. */
    public String words() {
        return String.join(" ", sentences.values()).replace('\n', ' ').strip();
    }

    /** What those hear who do not see the drawing. */
    public String spoken() {
        return spoken.isEmpty() ? words() : spoken;
    }

    /** What a step of a lesson can ask for, by its name in a {@link Situation}. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** The height that the drawing needs, in points; empty if it fits in any. */
    public OptionalDouble height() {
        return needed;
    }

    public List<Deed> deeds() {
        return deeds;
    }

    /** Whether it selects only where it is opened. */
    public boolean isOpened() {
        return isOpened;
    }

    public Optional<Selected> selected(Hit spot) {
        return selects.apply(spot);
    }

    /** For a slide. */
    public DrawnPicture picture(Palette palette) {
        return new DrawnPicture(title, words(), drawing, palette, width, height);
    }

    /** Where the sentences stand beside it. */
    public DrawnPicture titled(Palette palette) {
        return new DrawnPicture(title, "", drawing, palette, width, height);
    }
}
