package lab.carousel.task.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Floors and verdicts of thirty series are those of NumPy; {@code make_floors.py} beside the numbers tells how they were found. */
class FloorsByNumPyTest {

    private static final double RELATIVE = 1e-12;

    static Stream<JsonNode> cases() throws IOException {
        try (var file = FloorsByNumPyTest.class.getResourceAsStream("floors.numpy.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false);
        }
    }

    private static double[] numbers(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToDouble(value -> value.isNull() ? Double.NaN : value.doubleValue())
                .toArray();
    }

    private static OptionalInt whole(JsonNode value) {
        return value.isNull() ? OptionalInt.empty() : OptionalInt.of(value.intValue());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theyAreThoseOfNumPy(JsonNode given) {
        double[][] channels = StreamSupport.stream(given.get("channels").spliterator(), false)
                .map(FloorsByNumPyTest::numbers)
                .toArray(double[][]::new);
        int target = given.get("target").intValue();
        int train = given.get("train").intValue();
        if (given.get("period").isNull()) {
            assertThat(Period.of(channels[target], train)).isEqualTo(whole(given.get("found")));
        }
        List<SeriesFloor> floors = SeriesFloors.of(
                channels, target, train, given.get("ahead").intValue(), whole(given.get("period")), List.of());
        TestPart part =
                TestPart.of(channels, target, train, channels[0].length, numbers(given.get("forecast")), floors);
        ForecastVerdict verdict = ForecastVerdict.of(part);
        assertThat(verdict.kind()).hasToString(given.get("kind").textValue());
        assertThat(verdict.echoes()).isEqualTo(given.get("echoes").textValue());
        assertThat(verdict.echo().kind()).hasToString(given.get("closeness").textValue());
        if (!given.get("slope").isNull()) {
            assertNear(verdict.echo().slope().mean(), given.get("slope"), 1);
            assertNear(verdict.echo().slope().half(), given.get("slopeHalf"), 1);
        }
        assertThat(verdict.isConstant()).isEqualTo(given.get("constant").booleanValue());
        assertNear(verdict.error(), given.get("error"), 0);
        assertThat(floors)
                .extracting(SeriesFloor::key)
                .containsExactlyElementsOf(given.get("floors").findValuesAsText("key"));
        for (int floor = 0; floor < floors.size(); floor++) {
            assertFloor(verdict, part, floor, given.get("floors").get(floor));
        }
    }

    private static void assertFloor(ForecastVerdict verdict, TestPart part, int floor, JsonNode expected) {
        BesideFloor against = verdict.against().get(floor);
        double[] said = part.said()[floor];
        assertThat(against.floor().needs()).isEqualTo(expected.get("needs").intValue());
        if (against.floor().isLine()) {
            assertThat(against.floor().name().arguments())
                    .startsWith(expected.get("values").intValue());
        }
        double size = Math.sqrt(part.variance());
        assertNear(said[0], expected.get("said").get(0), size);
        assertNear(said[said.length - 1], expected.get("said").get(1), size);
        assertNear(against.error(), expected.get("error"), 0);
        assertThat(against.isExact()).isEqualTo(expected.get("exact").booleanValue());
        ErrorDifference difference = against.difference();
        // What is subtracted is as large as this
        double squares = verdict.error() * verdict.error() + against.error() * against.error();
        assertNear(difference.mean(), expected.get("mean"), squares);
        assertNear(difference.interval().half(), expected.get("half"), squares);
        assertThat(against.finding()).hasToString(expected.get("finding").textValue());
    }

    private static void assertNear(double number, JsonNode expected, double size) {
        double value = expected.doubleValue();
        assertThat(number).isEqualTo(value, within(RELATIVE * Math.max(Math.abs(value), size)));
    }
}
