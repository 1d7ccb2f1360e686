package lab.carousel.drawing.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lab.carousel.text.InvalidInput;

/** The kinds of picture files, told apart by the end of the name. */
public enum PictureFormat {
    PNG(".png") {
        @Override
        public byte[] bytes(Picture picture) {
            return PictureExport.png(picture, PNG_SCALE);
        }
    },
    SVG(".svg") {
        @Override
        public byte[] bytes(Picture picture) {
            return PictureExport.svg(picture);
        }
    };

    public static final List<String> ENDINGS =
            Arrays.stream(values()).map(PictureFormat::ending).toList();

    /** Pixels per point. */
    public static final int PNG_SCALE = 2;

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    public String ending() {
        return ending;
    }

    /** A picture as a file, with two pixels per point where it has pixels. */
    public abstract byte[] bytes(Picture picture);

    /** @throws InvalidInput if it ends otherwise */
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
