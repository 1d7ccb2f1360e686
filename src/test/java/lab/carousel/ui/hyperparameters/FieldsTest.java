package lab.carousel.ui.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Outputs;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.project.Field;
import lab.carousel.ui.project.HyperparametersDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** What the panel says about its fields: which differ, which have no effect, which only the kernel trains. */
class FieldsTest {

    private static final HyperparametersDraft REFERENCE =
            HyperparametersDraft.of(Hyperparameters.reference(), EngineName.KERNEL);

    private static String obstacle(Field field, HyperparametersDraft draft) {
        return field.obstacle(draft.nearest()).map(Message::text).orElse("none");
    }

    @Test
    void everyFieldStandsInOneGroupAndExplainsItself() {
        List<Field> grouped = Stream.of(Settings.Group.values())
                .flatMap(group -> Field.of(group).stream())
                .toList();
        assertThat(grouped).containsExactlyElementsOf(Field.all());
        for (Field field : Field.all()) {
            assertThat(field.label()).as(field.key()).isNotBlank();
            assertThat(field.explanation()).as(field.key()).endsWith(".");
        }
        assertThat(Field.of(Settings.Group.ESSENTIAL))
                .contains(
                        Field.of(Settings.CELL),
                        Field.of(Settings.HIDDEN_UNITS),
                        Field.of(Settings.LEARNING_RATE),
                        Field.of(Settings.UPDATE_INTERVAL),
                        Field.of(Settings.EPOCHS));
    }

    @Test
    void everyChoiceHasAName() {
        for (Field field : Field.all()) {
            Object domain = field.setting().<Object>map(Setting::domain).orElse("none");
            if (domain instanceof Domain.Choice<?> choice) {
                choice.options()
                        .forEach(value -> assertThat(field.option(value)).isNotBlank());
            }
            if (domain instanceof Domain.NumberOrWord) {
                assertThat(field.word()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, 0, output", "LINEAR, 0.1, labelSmoothing"})
    void whatIsNotForSymbolsIsToldAtItsField(
            @ConvertWith(Outputs.ByName.class) Output output, double smoothing, String key) {
        Hyperparameters settings =
                Hyperparameters.reference().with(Settings.OUTPUT, output).with(Settings.LABEL_SMOOTHING, smoothing);
        assertThatThrownBy(() -> Experiment.reference().with(settings))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                Field.subjectOf(refused.problem()).key())
                        .isEqualTo(key));
    }

    @Test
    void saysWhatDiffersFromTheReference() {
        assertThat(HyperparametersPanel.differences(Settings.Group.LEARNING, REFERENCE))
                .isEmpty();
        HyperparametersDraft draft = REFERENCE
                .withWord(Field.of(Settings.CLIPPING), false)
                .withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD);
        assertThat(HyperparametersPanel.differences(Settings.Group.LEARNING, draft))
                .isEqualTo("Optimiser SGD, Clipping 1");
        assertThat(HyperparametersPanel.differences(Settings.Group.NETWORK, draft))
                .isEmpty();
    }

    @Test
    void whatHasNoEffectDoesNotDiffer() {
        HyperparametersDraft draft = REFERENCE.withNumber(Field.of(Settings.MOMENTUM), "0.9");
        assertThat(HyperparametersPanel.differences(Settings.Group.LEARNING, draft))
                .isEmpty();
        assertThat(HyperparametersPanel.differences(
                        Settings.Group.LEARNING, draft.withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD)))
                .isEqualTo("Optimiser SGD, Momentum 0.9");
    }

    @Test
    void momentumNeedsPlainDescent() {
        assertThat(obstacle(Field.of(Settings.MOMENTUM), REFERENCE)).contains("only SGD has momentum");
        assertThat(obstacle(
                        Field.of(Settings.MOMENTUM), REFERENCE.withChoice(Field.of(Settings.OPTIMISER), Optimiser.SGD)))
                .isEqualTo("none");
    }

    @Test
    void biasesNeedTheirGate() {
        assertThat(obstacle(Field.of(Settings.FORGET_GATE_BIAS), REFERENCE)).isEqualTo("none");
        for (Cell cell : List.of(Cell.GRU, Cell.RECURRENT, Cell.DENSE)) {
            HyperparametersDraft draft = REFERENCE.withChoice(Field.of(Settings.CELL), cell);
            assertThat(obstacle(Field.of(Settings.FORGET_GATE_BIAS), draft))
                    .as(cell.toString())
                    .contains("no such gate");
            assertThat(obstacle(Field.of(Settings.INPUT_GATE_BIAS), draft))
                    .as(cell.toString())
                    .contains("no such gate");
        }
        HyperparametersDraft chrono = REFERENCE.withWord(Field.of(Settings.CHRONO_SPAN), false);
        assertThat(obstacle(Field.of(Settings.FORGET_GATE_BIAS), chrono)).contains("chrono initialisation replaces it");
        assertThat(obstacle(Field.of(Settings.INPUT_GATE_BIAS), chrono)).contains("chrono initialisation replaces it");
    }

    @Test
    void chronoInitialisationNeedsAGateThatKeeps() {
        assertThat(obstacle(Field.of(Settings.CHRONO_SPAN), REFERENCE.withChoice(Field.of(Settings.CELL), Cell.GRU)))
                .isEqualTo("none");
        assertThat(obstacle(Field.of(Settings.CHRONO_SPAN), REFERENCE.withChoice(Field.of(Settings.CELL), Cell.DENSE)))
                .contains("no gate that keeps");
    }

    @Test
    void whatOnlyTheKernelTrainsIsAskedOfTheModel() {
        Hyperparameters clipped = REFERENCE
                .withWord(Field.of(Settings.CLIPPING), false)
                .hyperparameters()
                .orElseThrow();
        boolean expected = !Settings.kernelOnly(clipped).isEmpty();
        assertThat(Field.of(Settings.CLIPPING).hasKernelOnly()).isEqualTo(expected);
        for (Cell cell : Cell.all()) {
            assertThat(Field.of(Settings.CELL).isKernelOnly(cell))
                    .as(cell.toString())
                    .isEqualTo(!Settings.kernelOnly(Hyperparameters.reference().with(Settings.CELL, cell))
                            .isEmpty());
        }
        assertThat(Field.of(Settings.MOMENTUM).hasKernelOnly()).isTrue();
        assertThat(Field.of(Settings.CELL).hasKernelOnly()).isTrue();
        assertThat(Field.of(Settings.HIDDEN_UNITS).hasKernelOnly()).isFalse();
        assertThat(Field.of(Settings.UPDATE_INTERVAL).hasKernelOnly()).isFalse();
        assertThat(Field.ENGINE.hasKernelOnly()).isFalse();
    }
}
