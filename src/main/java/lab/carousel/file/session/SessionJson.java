package lab.carousel.file.session;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.json.Codec.optionalInt;
import static lab.carousel.file.json.Codec.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.window.WindowFile;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;

/**
 * JSON of a session without its experiments and runs:
 *
 * <pre>
 *   {
 *     "format": "carousel session",
 *     "version": 2,
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
 * <p>The document, and in the view unit, sequence and step, epoch, stepByStep (false), memoryOnly (false) and colours, are optional. Units,
 * sequences and steps are counted from 1.
 */
record SessionJson(Optional<String> document, boolean run, List<Integer> pinned, PanelLayout layout, SessionView view) {

    static final String FORMAT = "carousel session";
    static final int VERSION = 2;
    static final String FOREIGN = "file.format.noSession";

    private static final int MOST_PINNED = 8;
    private static final int MOST_LESIONS = 10_000;
    private static final int MOST_CHOSEN = 1_000;
    private static final int BEYOND_EVERY_UNIT = 1_000_000;
    private static final double LARGEST_WIDTH = 100_000;
    private static final String ALL = "all";

    private static final Codec<Integer> FROM_ONE = Codec.fromOne(BEYOND_EVERY_UNIT);
    private static final Codec<List<Integer>> PLACE = FROM_ONE.list();
    private static final Codec<Integer> NUMBER = Codec.whole(1, BEYOND_EVERY_UNIT);

    private static final Codec<PanelLayout> LAYOUT = Codec.of(
            PanelLayout.class,
            field("editors", Codec.TRUTH),
            field("loss", Codec.TRUTH),
            field("state", Codec.TRUTH),
            field("microscope", Codec.TRUTH),
            field("wide", Codec.TRUTH),
            field("editorsWidth", upTo(LARGEST_WIDTH)),
            field("microscopeWidth", upTo(LARGEST_WIDTH)),
            field("taskShare", upTo(1)),
            field("lossShare", upTo(1)));

    private static final Codec<SessionView> VIEW = Codec.of(
            SessionView.class,
            field("place", Codec.TEXT),
            field("unit", FROM_ONE).unless(-1),
            within(
                            "step",
                            Codec.of(
                                    ChosenStep.class,
                                    field("sequence", FROM_ONE),
                                    field("step", NUMBER).of("number")))
                    .optional(),
            field("layer", Codec.oneOf(List.of(HeatmapLayer.values()), HeatmapLayer::column)),
            optionalInt(field("epoch", Codec.whole(0, Integer.MAX_VALUE))),
            field("live", Codec.TRUTH),
            field("stepByStep", Codec.TRUTH).unless(false),
            field("memoryOnly", Codec.TRUTH).unless(false),
            field("dark", Codec.TRUTH),
            field("colours", WindowFile.colours()).orElse(Colours.OKABE_ITO));

    static final Codec<SessionJson> SESSION = Codec.file(
            FORMAT,
            VERSION,
            FOREIGN,
            SessionJson.class,
            field("document", Codec.TEXT).optional(),
            field("run", Codec.TRUTH),
            field("pinned", Codec.whole(1, Integer.MAX_VALUE).list(MOST_PINNED)),
            field("layout", LAYOUT),
            field("view", VIEW));

    private static final Codec<Quantity> QUANTITY = Codec.oneOf(List.of(Quantity.values()), Quantity::letter);
    private static final Codec<UnitChoice> UNITS = new Codec<>(SessionJson::units, SessionJson::written);

    private static final Codec<PlannedLesion> LESION = Codec.of(
            PlannedLesion.class,
            field("hold", QUANTITY).of("quantity"),
            field("at", Codec.NUMBER).of("value"),
            field("units", UNITS),
            within(
                    "steps",
                    Codec.of(
                                    TypedSteps.class,
                                    field("from", NUMBER),
                                    field("to", NUMBER).unless(TypedSteps.END))
                            .check((steps, at) -> {
                                if (steps.to() != TypedSteps.END) {
                                    at.member("to").wholeNumber(steps.from(), BEYOND_EVERY_UNIT);
                                }
                            })));

    private static final Codec<ChosenInView> CHOSEN = Codec.of(
            ChosenInView.class, field("view", Codec.TEXT), field("choice", Codec.TEXT), field("value", Codec.TEXT));

    /**
     * Choices for operating on a network's memory, in a file of its own:
     *
     * <pre>
     *   {
     *     "lesions": [
     *       {"hold": "f", "at": 0, "units": "all", "from": 2, "to": 4},
     *       {"hold": "h", "at": 0, "units": [[1, 4], [2, 17]], "from": 1}
     *     ],
     *     "views": [{"view": "transplant", "choice": "donor", "value": "2"}]
     *   }
     * </pre>
     *
     * <p>Sequences and steps are counted from 1; a unit is its layer and its number there, both from 1. A lesion
     * without {@code to} lasts to the end.
     */
    static final Codec<OperatingChoices> OPERATIONS = Codec.of(
            OperatingChoices.class,
            field("lesions", LESION.list(MOST_LESIONS)),
            field("views", CHOSEN.list(MOST_CHOSEN)));

    private static Codec<Double> upTo(double most) {
        return Codec.NUMBER.as(number -> Math.max(0, Math.min(most, number)), number -> number);
    }

    private static JsonNode written(UnitChoice units) {
        return units.all()
                ? TextNode.valueOf(ALL)
                : PLACE.list()
                        .write(units.places().stream()
                                .sorted(Comparator.comparing(UnitChoice.Unit::layer)
                                        .thenComparing(UnitChoice.Unit::unit))
                                .map(place -> List.of(place.layer(), place.unit()))
                                .toList());
    }

    private static UnitChoice units(JsonValue value) {
        if (value.kind() == JsonKind.TEXT && value.text().equals(ALL)) {
            return UnitChoice.ALL;
        }
        Set<UnitChoice.Unit> places = new HashSet<>();
        for (JsonValue unit : value.elements()) {
            List<Integer> numbers = PLACE.read(unit);
            if (numbers.size() != 2) {
                throw unit.wrongKind(Message.of("file.session.unit"));
            }
            places.add(new UnitChoice.Unit(numbers.get(0), numbers.get(1)));
        }
        return new UnitChoice(false, places);
    }
}
