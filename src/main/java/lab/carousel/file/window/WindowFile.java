package lab.carousel.file.window;

import static lab.carousel.file.json.Codec.field;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonText;
import lab.carousel.lesson.Audience;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Pace;
import lab.carousel.training.PaceUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of the window, as JSON:
 *
 * <pre>
 * {"format": "carousel window", "version": 1, "dark": true, "colours": "tol",
 *  "pace": {"perSecond": 30.0, "of": "epochs"}, "maximized": false,
 *  "frame": {"x": 0.0, "y": 0.0, "width": 1280.0, "height": 800.0}}
 * </pre>
 *
 * <p>Without a pace runs go as fast as possible; without a frame the window has its initial place. {@code "zoom": 1.25},
 * {@code "toured": true}, {@code "reducedMotion": true}, {@code "audience": "class"}, {@code "simple": true} and {@code "explained": true} stand there if they are not as at first.
 */
public final class WindowFile {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);
    /** Apart, as the first start of all, which finds no file, does without. */
    private static final class Format {

        private static final Codec<Colours> COLOURS = Codec.oneOf(List.of(Colours.values()), WindowFile::word);

        private static final Codec<WindowFrame> FRAME = Codec.of(
                WindowFrame.class,
                field("x", Codec.NUMBER),
                field("y", Codec.NUMBER),
                field("width", Codec.NUMBER),
                field("height", Codec.NUMBER));
        private static final Codec<Pace> PACE = Codec.of(
                Pace.class,
                field(
                        "perSecond",
                        Codec.NUMBER.as(number -> number > 0 ? number : Pace.FIRST.perSecond(), number -> number)),
                field("of", Codec.oneOf(List.of(PaceUnit.values()), WindowFile::word))
                        .of("unit"));
        private static final Codec<WindowState> STATE = Codec.file(
                "carousel window",
                "file.format.foreign",
                WindowState.class,
                field("dark", Codec.TRUTH).of("isDark"),
                field("colours", COLOURS),
                field("pace", PACE).unless(Pace.FASTEST),
                field("maximized", Codec.TRUTH).of("isMaximized"),
                field("frame", FRAME).optional(),
                field(
                                "zoom",
                                Codec.NUMBER.as(
                                        zoom -> Math.max(WindowState.LEAST_ZOOM, Math.min(WindowState.MOST_ZOOM, zoom)),
                                        zoom -> zoom))
                        .unless(1.0),
                field("toured", Codec.TRUTH).of("isToured").unless(false),
                field("reducedMotion", Codec.TRUTH).of("isStill").unless(false),
                field("audience", Codec.oneOf(Audience.CHOICES, WindowFile::word))
                        .unless(Audience.ALONE),
                field("simple", Codec.TRUTH).of("isSimple").unless(false),
                field("explained", Codec.TRUTH).of("isExplained").unless(false));
    }

    private final Path file;

    public WindowFile(Path file) {
        this.file = file;
    }

    /** The saved state; the initial one if it cannot be read, which is only logged; without one and without sessions that of a newcomer. */
    public WindowState read() {
        assert DiskAccess.isAllowedHere() : file;
        if (!Files.exists(file)) {
            return Files.exists(file.resolveSibling(DataFolder.SESSIONS)) ? WindowState.FIRST : WindowState.NEWCOMER;
        }
        try {
            return parse(file.toString(), TextFile.read(file));
        } catch (InvalidInput damaged) {
            LOG.warn("{} cannot be read", file, damaged);
            return WindowState.FIRST;
        }
    }

    /**
     * Parses a state.
     *
     * @throws InvalidInput if the text is damaged, foreign or newer; names the place
     */
    public static WindowState parse(String name, String text) {
        return Format.STATE.read(JsonText.parse(name, text));
    }

    public static Codec<Colours> colours() {
        return Format.COLOURS;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Saves the state; a failure is only logged. */
    public void write(WindowState state) {
        TextFile.remember(file, Format.STATE.text(state));
    }
}
