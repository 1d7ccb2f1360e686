package lab.carousel.file.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.Experiment;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PausedRun;

/**
 * What a session has besides its experiments and runs:
 *
 * <pre>
 *   {
 *     "format": "carousel session",
 *     "version": 1,
 *     "document": "/home/me/mine.carousel",
 *     "run": true,
 *     "pinned": [1, 3],
 *     "layout": {"editors": true, "loss": true, "state": true, "microscope": true, "wide": false,
 *       "editorsWidth": 376, "microscopeWidth": 376, "taskShare": 0.5, "lossShare": 0.42},
 *     "view": {"place": "cell", "unit": 3, "sequence": 1, "step": 4, "layer": "h", "epoch": 20, "live": true, "stepByStep": true,
 *       "dark": false, "colours": "okabe-ito"}
 *   }
 * </pre>
 *
 * <p>The document, and of the view unit, sequence and step, epoch, and whether it is step by step may be missing. It
 * is not step by step then. Units, sequences and steps are counted from 1.
 */
final class SessionJson {

    static final String FORMAT_NAME = "carousel session";

    private static final int MOST_PINNED = 8;
    private static final int BEYOND_EVERY_UNIT = 1_000_000;
    private static final double LARGEST_WIDTH = 100_000;
    private static final String DOCUMENT = "document";
    private static final String RUN = "run";
    private static final String PINNED = "pinned";
    private static final String LAYOUT = "layout";
    private static final String VIEW = "view";
    private static final String STEP_BY_STEP = "stepByStep";
    private static final String COLOURS = "colours";

    private SessionJson() {}

    /** The tree of a session. */
    static ObjectNode write(Session session) {
        ObjectNode root = JsonText.start(FORMAT_NAME);
        session.document().ifPresent(path -> root.put(DOCUMENT, path.toString()));
        root.put(RUN, session.run().isPresent());
        session.pinned().stream().map(Session.Pinned::number).forEach(root.putArray(PINNED)::add);
        PanelLayout layout = session.layout();
        root.putObject(LAYOUT)
                .put("editors", layout.editors())
                .put("loss", layout.loss())
                .put("state", layout.state())
                .put("microscope", layout.microscope())
                .put("wide", layout.wide())
                .put("editorsWidth", layout.editorsWidth())
                .put("microscopeWidth", layout.microscopeWidth())
                .put("taskShare", layout.taskShare())
                .put("lossShare", layout.lossShare());
        putView(root.putObject(VIEW), session.view());
        return root;
    }

    private static void putView(ObjectNode node, SessionView view) {
        node.put("place", view.place());
        if (view.unit() >= 0) {
            node.put("unit", view.unit() + 1);
        }
        view.step().ifPresent(spot -> node.put("sequence", spot.sequence() + 1).put("step", spot.number()));
        node.put("layer", view.layer().column());
        view.epoch().ifPresent(epoch -> node.put("epoch", epoch));
        node.put("live", view.live());
        if (view.stepByStep()) {
            node.put(STEP_BY_STEP, true);
        }
        node.put("dark", view.dark());
        node.put(COLOURS, word(view.colours()));
    }

    /**
     * The session that a zip holds.
     *
     * @param onBroken is told of each part that is broken, and left out
     */
    static Session read(ZipContent zip, Consumer<InvalidInput> onBroken) {
        JsonValue root = zip.json(SessionFile.SESSION);
        Experiment experiment = experiment(zip);
        Map<String, JsonValue> members =
                root.members(List.of(JsonValue.FORMAT, JsonValue.VERSION, DOCUMENT, RUN, PINNED, LAYOUT, VIEW));
        Optional<PausedRun> run = ClassWorkFiles.part(
                root.member(RUN).truth(), () -> RunFolder.read(zip, SessionFile.RUN_FOLDER, onBroken), onBroken);
        return new Session(
                experiment,
                Optional.ofNullable(members.get(DOCUMENT)).flatMap(SessionJson::path),
                run,
                pinned(root.member(PINNED), zip, onBroken),
                layout(root.member(LAYOUT)),
                view(root.member(VIEW)),
                ClassWorkFiles.read(zip, onBroken));
    }

    /** The experiment that a zip holds. */
    static Experiment experiment(ZipContent zip) {
        zip.json(SessionFile.SESSION).checkFormat(FORMAT_NAME, "file.format.noSession");
        return ExperimentFile.read(zip.json(RunFolder.EXPERIMENT));
    }

    /** On another machine the path may be none. */
    private static Optional<Path> path(JsonValue value) {
        try {
            return Optional.of(Path.of(value.text()));
        } catch (InvalidPathException foreign) {
            return Optional.empty();
        }
    }

    private static List<Session.Pinned> pinned(JsonValue list, ZipContent zip, Consumer<InvalidInput> onBroken) {
        if (list.elements().size() > MOST_PINNED) {
            throw list.place().problem("file.session.pinned", MOST_PINNED);
        }
        List<Session.Pinned> pinned = new ArrayList<>();
        for (JsonValue element : list.elements()) {
            int number = element.wholeNumber(1, Integer.MAX_VALUE);
            ClassWorkFiles.part(true, () -> RunFolder.read(zip, SessionFile.pinnedFolder(number), onBroken), onBroken)
                    .ifPresent(run ->
                            pinned.add(new Session.Pinned(number, run.snapshot().withoutPast())));
        }
        return pinned;
    }

    private static PanelLayout layout(JsonValue value) {
        return new PanelLayout(
                value.member("editors").truth(),
                value.member("loss").truth(),
                value.member("state").truth(),
                value.member("microscope").truth(),
                value.member("wide").truth(),
                within(value.member("editorsWidth"), LARGEST_WIDTH),
                within(value.member("microscopeWidth"), LARGEST_WIDTH),
                within(value.member("taskShare"), 1),
                within(value.member("lossShare"), 1));
    }

    private static double within(JsonValue value, double most) {
        return Math.max(0, Math.min(most, value.number()));
    }

    private static SessionView view(JsonValue value) {
        Map<String, JsonValue> members = value.members(
                List.of("place", "unit", "sequence", "step", "layer", "epoch", "live", STEP_BY_STEP, "dark", COLOURS));
        Optional<SessionView.ChosenStep> step = members.containsKey("step")
                ? Optional.of(new SessionView.ChosenStep(
                        value.member("sequence").wholeNumber(1, BEYOND_EVERY_UNIT) - 1,
                        value.member("step").wholeNumber(1, BEYOND_EVERY_UNIT)))
                : Optional.empty();
        return new SessionView(
                value.member("place").text(),
                members.containsKey("unit") ? members.get("unit").wholeNumber(1, BEYOND_EVERY_UNIT) - 1 : -1,
                step,
                value.member("layer").oneOf(List.of(HeatmapLayer.values()), HeatmapLayer::column),
                members.containsKey("epoch")
                        ? OptionalInt.of(members.get("epoch").wholeNumber(0, Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                value.member("live").truth(),
                members.containsKey(STEP_BY_STEP) && members.get(STEP_BY_STEP).truth(),
                value.member("dark").truth(),
                value.member(COLOURS).oneOf(List.of(Colours.values()), SessionJson::word));
    }

    private static String word(Colours colours) {
        return colours.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
