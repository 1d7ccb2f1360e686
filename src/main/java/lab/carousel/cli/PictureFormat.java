package lab.carousel.cli;

import java.nio.file.Path;
import java.util.Locale;
import lab.carousel.text.InvalidInput;

/** The kinds of picture files, told apart by the end of the name. */
public enum PictureFormat {
    /** Pixels. */
    PNG(".png"),
    /** Shapes and text. */
    SVG(".svg");

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format that a file name asks for.
     *
     * @throws InvalidInput if it ends otherwise
     */
    public static PictureFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        throw new InvalidInput("cli.picture.ending", file);
    }
}
