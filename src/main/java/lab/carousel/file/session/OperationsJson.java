package lab.carousel.file.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lab.carousel.file.json.JsonValue;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.StepSpan;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;

/**
 * What was chosen to operate on the memory of a network, as it stands in a session:
 *
 * <pre>
 *   {
 *     "lesions": [
 *       {"hold": "f", "at": 0, "units": "all", "from": 2, "to": 4},
 *       {"hold": "h", "at": 0, "units": [[1, 4], [2, 17]], "from": 1}
 *     ],
 *     "twoSequences": {"a": 1, "b": 2, "of": "c"},
 *     "transplant": {"a": 1, "b": 2, "states": ["c", "h"], "step": 3, "units": "all"}
 *   }
 * </pre>
 *
 * <p>Sequences and steps are counted from 1; a unit is its layer and its number there, both from 1. A lesion without
 * {@code to} reaches to the end.
 */
final class OperationsJson {

    private static final int MOST_LESIONS = 10_000;
    private static final int BEYOND_EVERY_UNIT = 1_000_000;
    private static final String ALL = "all";
    private static final String TWO_SEQUENCES = "twoSequences";
    private static final String UNITS = "units";
    private static final String FROM = "from";
    private static final String TO = "to";

    private OperationsJson() {}

    static ObjectNode write(OperatingChoices choices) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode lesions = root.putArray("lesions");
        for (PlannedLesion lesion : choices.lesions()) {
            ObjectNode node = lesions.addObject();
            node.put("hold", lesion.quantity().letter()).put("at", lesion.value());
            putUnits(node, lesion.units());
            node.put(FROM, lesion.steps().from());
            if (lesion.steps().to() != StepSpan.END) {
                node.put(TO, lesion.steps().to());
            }
        }
        OperatingChoices.ChosenSequences compared = choices.twoSequences();
        pair(root.putObject(TWO_SEQUENCES), compared.sequences())
                .put("of", compared.quantity().letter());
        OperatingChoices.ChosenTransplant transplant = choices.transplant();
        ObjectNode moved = pair(root.putObject("transplant"), transplant.sequences());
        transplant.states().stream().map(Quantity::letter).sorted().forEach(moved.putArray("states")::add);
        moved.put("step", transplant.step());
        putUnits(moved, transplant.units());
        return root;
    }

    private static ObjectNode pair(ObjectNode node, OperatingChoices.Pair pair) {
        return node.put("a", pair.a() + 1).put("b", pair.b() + 1);
    }

    private static void putUnits(ObjectNode node, UnitChoice units) {
        if (units.all()) {
            node.put(UNITS, ALL);
            return;
        }
        ArrayNode list = node.putArray(UNITS);
        units.places().stream()
                .sorted(Comparator.comparing(UnitChoice.Unit::layer).thenComparing(UnitChoice.Unit::unit))
                .forEach(place -> list.addArray().add(place.layer() + 1).add(place.unit() + 1));
    }

    static OperatingChoices read(JsonValue root) {
        root.members(List.of("lesions", TWO_SEQUENCES, "transplant"));
        List<JsonValue> lesions = root.member("lesions").elements();
        if (lesions.size() > MOST_LESIONS) {
            throw root.member("lesions").place().problem("file.session.lesions", MOST_LESIONS);
        }
        JsonValue compared = root.member(TWO_SEQUENCES);
        JsonValue transplant = root.member("transplant");
        return new OperatingChoices(
                lesions.stream().map(OperationsJson::lesion).toList(),
                new OperatingChoices.ChosenSequences(pair(compared), quantity(compared.member("of"))),
                new OperatingChoices.ChosenTransplant(
                        pair(transplant),
                        transplant.member("states").elements().stream()
                                .map(OperationsJson::quantity)
                                .collect(Collectors.toSet()),
                        number(transplant.member("step")),
                        units(transplant.member(UNITS))));
    }

    private static PlannedLesion lesion(JsonValue value) {
        var members = value.members(List.of("hold", "at", UNITS, FROM, TO));
        int from = number(value.member(FROM));
        int to = members.containsKey(TO) ? members.get(TO).wholeNumber(from, BEYOND_EVERY_UNIT) : StepSpan.END;
        double at = value.member("at").number();
        if (!Double.isFinite(at)) {
            throw value.member("at").wrongKind(Message.of("file.kind.number"));
        }
        return new PlannedLesion(
                quantity(value.member("hold")), at, units(value.member(UNITS)), new StepSpan(from, to));
    }

    private static OperatingChoices.Pair pair(JsonValue value) {
        return new OperatingChoices.Pair(number(value.member("a")) - 1, number(value.member("b")) - 1);
    }

    private static int number(JsonValue value) {
        return value.wholeNumber(1, BEYOND_EVERY_UNIT);
    }

    private static UnitChoice units(JsonValue value) {
        if (value.kind() == JsonValue.JsonKind.TEXT && value.text().equals(ALL)) {
            return UnitChoice.ALL;
        }
        Set<UnitChoice.Unit> places = new HashSet<>();
        for (JsonValue unit : value.elements()) {
            List<JsonValue> numbers = unit.elements();
            if (numbers.size() != 2) {
                throw unit.wrongKind(Message.of("file.session.unit"));
            }
            places.add(new UnitChoice.Unit(number(numbers.get(0)) - 1, number(numbers.get(1)) - 1));
        }
        return new UnitChoice(false, places);
    }

    private static Quantity quantity(JsonValue value) {
        return value.oneOf(List.of(Quantity.values()), Quantity::letter);
    }
}
