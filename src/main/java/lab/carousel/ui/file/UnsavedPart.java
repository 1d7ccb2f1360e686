package lab.carousel.ui.file;

import java.util.function.Consumer;

/**
 * Something that stands in no file.
 *
 * @param words what it is, by the name that it has on the screen
 * @param save  saves it, and says when that has ended
 */
public record UnsavedPart(String words, Consumer<Runnable> save) {}
