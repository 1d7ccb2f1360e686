package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of every kind of drawn task: written and read, and refused where something is left out or wrong. */
class DrawnTaskFileTest {

    static Stream<DrawnTask> kinds() {
        return DrawnKinds.ALL.stream();
    }

    private static Map<String, Object> written(DrawnTask kind, ToIntFunction<DrawnParameter> value) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("source", kind.name());
        kind.parameters().forEach(parameter -> written.put(parameter.name(), value.applyAsInt(parameter)));
        return written;
    }

    private static String output(DrawnTask kind) {
        return (kind.targets() == TargetKind.NUMBERS) ? "linear" : "sigmoid";
    }

    private static String file(DrawnTask kind, Map<String, Object> task) {
        String members = task.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": "
                        + (member.getValue() instanceof String text ? "\"" + text + "\"" : member.getValue()))
                .collect(Collectors.joining(", "));
        return """
                {"format": "carousel experiment", "version": 1,
                "task": {%s},
                "hyperparameters": {"output": "%s"}}"""
                .formatted(members, output(kind));
    }

    private static Experiment parsed(String json) {
        return ExperimentFile.parse("x.carousel", json);
    }

    private static void assertRefused(DrawnTask kind, Map<String, Object> task, String message) {
        assertThatThrownBy(() -> parsed(file(kind, task)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsWrittenIsRead(DrawnTask kind) {
        for (ToIntFunction<DrawnParameter> value : Stream.<ToIntFunction<DrawnParameter>>of(
                        DrawnParameter::first, DrawnParameter::least, DrawnParameter::most)
                .toList()) {
            int[] values = kind.parameters().stream().mapToInt(value).toArray();
            Hyperparameters settings = Hyperparameters.reference().with(Settings.OUTPUT, Output.of(kind.targets()));
            Experiment experiment = new Experiment(Task.drawn(DrawnTask.of(kind, values)), settings, EngineName.KERNEL);
            String json = ExperimentFile.toJson(experiment);
            assertThat(parsed(json)).isEqualTo(experiment);
            assertThat(json).contains("\"source\": \"" + kind.name() + "\"").doesNotContain("alphabet", "sequences");
            Experiment byHand = parsed(file(kind, written(kind, value)));
            assertThat(byHand.task()).isEqualTo(experiment.task());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aParameterThatIsLeftOutIsMissed(DrawnTask kind) {
        for (DrawnParameter parameter : kind.parameters()) {
            Map<String, Object> task = written(kind, DrawnParameter::first);
            task.remove(parameter.name());
            assertRefused(kind, task, "at task: “" + parameter.name() + "” is missing here");
        }
        Map<String, Object> nameless = written(kind, DrawnParameter::first);
        nameless.remove("source");
        assertThatThrownBy(() -> parsed(file(kind, nameless))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneTooManyIsNotKnown(DrawnTask kind) {
        Map<String, Object> task = written(kind, DrawnParameter::first);
        task.put("size", 3);
        assertRefused(kind, task, "at task.size: “size” is not known here");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsOutOfBoundsIsRefusedAtItsPlace(DrawnTask kind) {
        for (DrawnParameter parameter : kind.parameters()) {
            for (Object wrong : new Object[] {parameter.least() - 1, parameter.most() + 1, 2.5, "many", true}) {
                Map<String, Object> task = written(kind, DrawnParameter::first);
                task.put(parameter.name(), wrong);
                assertRefused(kind, task, "at task." + parameter.name() + ": ");
            }
        }
    }

    @Test
    void aKindThatNobodyHasIsRefusedWithThoseThatThereAre() {
        DrawnTask kind = DrawnKinds.ALL.get(0);
        Map<String, Object> task = written(kind, DrawnParameter::first);
        task.put("source", "2d");
        assertThatThrownBy(() -> parsed(file(kind, task)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at task.source: “2d” is not possible here")
                .hasMessageContaining(
                        DrawnKinds.ALL.stream().map(DrawnTask::name).collect(Collectors.joining(", ")));
    }

    /** Numbers take no output of symbols, symbols none of numbers, and sets no softmax. */
    @ParameterizedTest
    @MethodSource("kinds")
    void anOutputThatIsNotForItIsRefused(DrawnTask kind) {
        String json = file(kind, written(kind, DrawnParameter::first));
        for (Output output : Output.all()) {
            String name = output.toString().toLowerCase(Locale.ROOT);
            boolean isRefused = output.targets() != kind.targets()
                    || (kind.hasSets() && output == Output.SOFTMAX)
                    || (!kind.isFromZeroToOne() && output == Output.SQUARED);
            String other = json.replace("\"" + output(kind) + "\"", "\"" + name + "\"");
            if (isRefused) {
                assertThatThrownBy(() -> parsed(other))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessageContaining("line 3")
                        .hasMessageContaining("at hyperparameters.output");
            } else {
                assertThat(parsed(other).hyperparameters().get(Settings.OUTPUT)).isEqualTo(output);
            }
        }
    }
}
