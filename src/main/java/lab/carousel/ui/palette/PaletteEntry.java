package lab.carousel.ui.palette;

/**
 * Something that can be done by typing its name.
 *
 * @param where  what it belongs to: its menu, its group, or its kind
 * @param also   words by which it is found too, such as its explanation
 * @param keys   that do the same, as they stand on the keyboard; empty if none do
 */
public record PaletteEntry(String name, String where, String also, String keys, Runnable action) {

    public PaletteEntry(String name, String where, String keys, Runnable action) {
        this(name, where, "", keys, action);
    }

    /** The same, after something else. */
    public PaletteEntry after(Runnable first) {
        return new PaletteEntry(name, where, also, keys, () -> {
            first.run();
            action.run();
        });
    }
}
