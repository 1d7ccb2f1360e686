package lab.carousel.file.window;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the window was left, in a file:
 *
 * <pre>
 * {"format": "carousel window", "version": 1, "dark": true, "colours": "tol",
 *  "pace": {"perSecond": 30.0, "of": "epochs"}, "maximized": false,
 *  "frame": {"x": 0.0, "y": 0.0, "width": 1280.0, "height": 800.0}}
 * </pre>
 *
 * <p>Without a pace a run goes as fast as it goes; without a frame the window stands where it does at first.
 */
public final class WindowFile {

    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);

    private static final String FORMAT = "carousel window";
    private static final List<String> SIDES = List.of("x", "y", "width", "height");
    private static final double FARTHEST = 1e6;

    private final Path file;

    /** What is remembered in a file, which need not exist yet. */
    public WindowFile(Path file) {
        this.file = file;
    }

    /** How the window was left; how it is at first, if that is not known or cannot be read, which only the log says. */
    public WindowState read() {
        assert DiskAccess.isAllowedHere() : file;
        if (!Files.exists(file)) {
            return WindowState.FIRST;
        }
        try {
            return state(JsonText.parse(file.toString(), TextFile.read(file)));
        } catch (InvalidInput damaged) {
            LOG.warn("{} cannot be read", file, damaged);
            return WindowState.FIRST;
        }
    }

    private static WindowState state(JsonValue root) {
        root.checkFormat(FORMAT, "file.format.foreign");
        Map<String, JsonValue> members = root.members();
        return new WindowState(
                root.member("dark").truth(),
                root.member("colours").oneOf(Colours.values(), WindowFile::word),
                members.containsKey("pace") ? pace(root.member("pace")) : Pace.FASTEST,
                Optional.ofNullable(members.get("frame")).map(WindowFile::frame).flatMap(WindowFile::sized),
                root.member("maximized").truth());
    }

    private static Pace pace(JsonValue value) {
        double perSecond = value.member("perSecond").number();
        Pace.Unit unit = value.member("of").oneOf(Pace.Unit.values(), WindowFile::word);
        return perSecond > 0 ? new Pace(perSecond, unit) : Pace.FIRST;
    }

    private static Optional<WindowState.Frame> sized(WindowState.Frame frame) {
        boolean isPossible = frame.width() > 0
                && frame.height() > 0
                && Math.max(frame.width(), frame.height()) < FARTHEST
                && Math.max(Math.abs(frame.x()), Math.abs(frame.y())) < FARTHEST;
        return isPossible ? Optional.of(frame) : Optional.empty();
    }

    private static WindowState.Frame frame(JsonValue value) {
        double[] sides =
                SIDES.stream().mapToDouble(side -> value.member(side).number()).toArray();
        return new WindowState.Frame(sides[0], sides[1], sides[2], sides[3]);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Remembers how the window is left. If that cannot be done, only the log says so. */
    public void write(WindowState state) {
        assert DiskAccess.isAllowedHere() : file;
        ObjectNode root = JsonText.start(FORMAT);
        root.put("dark", state.isDark()).put("colours", word(state.colours()));
        if (Double.isFinite(state.pace().perSecond())) {
            root.putObject("pace")
                    .put("perSecond", state.pace().perSecond())
                    .put("of", word(state.pace().unit()));
        }
        root.put("maximized", state.isMaximized());
        state.frame().ifPresent(frame -> root.putObject("frame")
                .put("x", frame.x())
                .put("y", frame.y())
                .put("width", frame.width())
                .put("height", frame.height()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, JsonText.text(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | InvalidInput problem) {
            LOG.warn("{} cannot be written", file, problem);
        }
    }
}
