package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {

    private final Map<String, Hyperparameters> presets = Preset.all().stream()
            .collect(Collectors.toMap(Preset::key, preset -> preset.experiment().hyperparameters()));

    @Test
    void theFirstIsTheReference() {
        assertThat(Preset.all().get(0).experiment()).isEqualTo(Experiment.reference());
    }

    @Test
    void eachChangesTheReferenceInTheWayItsNameSays() {
        Hyperparameters reference = Hyperparameters.reference();
        assertThat(presets.get("gradientThroughTime"))
                .isEqualTo(reference
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.EPOCHS, 500));
        assertThat(presets.get("softmax")).isEqualTo(reference.with(Settings.OUTPUT, Output.SOFTMAX));
        assertThat(presets.get("stateless")).isEqualTo(reference.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        assertThat(presets.get("batchOfFour")).isEqualTo(reference.with(Settings.BATCH_SIZE, 4));
        assertThat(presets.get("letters")).isEqualTo(reference);
    }

    @Test
    void anExperimentIsCalledAsItsPresetOrAsItsSeries() {
        Experiment airline = Presets.preset("airline").experiment();
        assertThat(Preset.title(Experiment.reference())).isEqualTo("The tutorial (reference)");
        assertThat(Preset.title(Experiment.reference().with(all -> all.with(Settings.SEED, 5L))))
                .isEqualTo("custom experiment");
        assertThat(Preset.title(airline.with(all -> all.with(Settings.SEED, 5L))))
                .isEqualTo("Airline passengers");
    }

    @Test
    void lettersIsTheReferenceTaskWrittenOtherwise() {
        Preset letters = Preset.all().get(5);
        assertThat(letters.experiment().task().alphabet().symbols()).containsExactly("a", "b", "c", "x", "y");
        assertThat(letters.experiment().task().indices())
                .isDeepEqualTo(Experiment.reference().task().indices());
    }

    @Test
    void thePapersTasksAreDrawn() {
        List<String> drawn = Preset.all().stream()
                .filter(preset -> preset.experiment().task().listedSequences() == 0)
                .map(Preset::key)
                .toList();
        assertThat(drawn).startsWith("paper2a", "paper2b", "paper2cShort", "paper2c");
        assertThat(presets.get("paper2c").get(Settings.CHRONO_SPAN)).isEqualTo(1_010);
    }

    /** On a small projector, with its large letters, a menu has room for a dozen. */
    @Test
    void noMenuOfThemIsLong() {
        Map<Optional<Preset.Group>, List<Preset>> menus =
                Preset.all().stream().collect(Collectors.groupingBy(Preset::group));
        assertThat(menus).hasSize(1 + Preset.Group.values().length);
        assertThat(menus.values()).allSatisfy(menu -> assertThat(menu).hasSizeBetween(2, 9));
    }

    /** The kinds after the paper's three, of which there are four. */
    @Test
    void everyKindOfDrawnTaskIsAPresetUnderItsName() {
        List<String> kinds =
                DrawnKinds.ALL.stream().map(DrawnTask::name).skip(3).toList();
        int end = Preset.all().size() - ShippedSeries.values().length;
        List<Preset> last = Preset.all().subList(end - kinds.size(), end);
        assertThat(last).extracting(Preset::key).containsExactlyElementsOf(kinds);
        assertThat(last).allSatisfy(preset -> assertThat(
                        ((DrawnTask) preset.experiment().task().supply()).name())
                .isEqualTo(preset.key()));
    }

    /** With outputs for numbers, and after all others. */
    @Test
    void everyShippedSeriesIsAPresetUnderItsName() {
        List<Preset> last = Preset.all().stream()
                .filter(preset -> preset.group().equals(Optional.of(Preset.Group.SERIES)))
                .toList();
        assertThat(last)
                .isEqualTo(Preset.all()
                        .subList(Preset.all().size() - last.size(), Preset.all().size()))
                .extracting(Preset::key)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ShippedSeries.values())
                        .map(ShippedSeries::key)
                        .toList());
        assertThat(last).allSatisfy(preset -> {
            SeriesData data = ((Series) preset.experiment().task().supply()).data();
            assertThat(data.name()).isEqualTo(preset.key());
            assertThat(preset.experiment().hyperparameters().get(Settings.OUTPUT))
                    .isEqualTo(Output.LINEAR);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-line", "lessons"})
    void theManualNamesAll(String page) throws IOException {
        for (String file : List.of(page + ".md", page + ".de.md")) {
            String text = Files.readString(Path.of("src/site/markdown", file));
            assertThat(Preset.all().stream().skip(1)).as(file).allSatisfy(preset -> assertThat(text)
                    .contains("`" + preset.key() + "`"));
        }
    }

    @Test
    void allHaveATitleALineAndAnExplanation() {
        List<Function<Preset, String>> words =
                List.of(preset -> preset.name().text(), Preset::line, Preset::explanation);
        assertThat(Preset.all())
                .allSatisfy(preset -> words.forEach(
                        word -> assertThat(word.apply(preset)).isNotBlank().doesNotContain("{")))
                .extracting(Preset::line)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(60).doesNotEndWith("."));
    }
}
