package lab.carousel.ui.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.KernelOnly;
import lab.carousel.model.Optimiser;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

/** What the panel says about its fields: which differ, which have no effect, which only the kernel trains. */
class FieldsTest {

    private static final HyperparametersDraft REFERENCE = HyperparametersDraft.of(Hyperparameters.reference());

    private static String obstacle(Field field, HyperparametersDraft draft) {
        return Influence.obstacle(field, draft).map(Message::text).orElse("none");
    }

    @Test
    void everyFieldStandsInOneGroupAndExplainsItself() {
        List<Field> grouped = Stream.of(Group.values())
                .flatMap(group -> group.fields().stream())
                .toList();
        assertThat(grouped).containsExactly(Field.values());
        for (Field field : Field.values()) {
            assertThat(field.label()).as(field.name()).isNotBlank();
            assertThat(field.explanation()).as(field.name()).endsWith(".");
        }
        assertThat(Group.ESSENTIAL.fields())
                .contains(Field.CELL, Field.HIDDEN_UNITS, Field.LEARNING_RATE, Field.UPDATE_INTERVAL, Field.EPOCHS);
    }

    @Test
    void everyChoiceHasAName() {
        for (Field field : Field.values()) {
            if (field.setting().orElse(null) instanceof Setting.Choice<?> choice) {
                choice.options()
                        .forEach(value -> assertThat(field.option(value)).isNotBlank());
            }
            if (field.setting().orElse(null) instanceof Setting.NumberOrWord) {
                assertThat(field.word()).isNotBlank();
            }
        }
    }

    @Test
    void saysWhatDiffersFromTheReference() {
        assertThat(Differences.of(Group.LEARNING, REFERENCE)).isEmpty();
        HyperparametersDraft draft =
                REFERENCE.withWord(Field.CLIPPING, false).withChoice(Field.OPTIMISER, Optimiser.SGD);
        assertThat(Differences.of(Group.LEARNING, draft)).isEqualTo("Optimiser SGD, Clipping 1");
        assertThat(Differences.of(Group.NETWORK, draft)).isEmpty();
    }

    @Test
    void whatHasNoEffectDoesNotDiffer() {
        HyperparametersDraft draft = REFERENCE.withNumber(Field.MOMENTUM, "0.9");
        assertThat(Differences.of(Group.LEARNING, draft)).isEmpty();
        assertThat(Differences.of(Group.LEARNING, draft.withChoice(Field.OPTIMISER, Optimiser.SGD)))
                .isEqualTo("Optimiser SGD, Momentum 0.9");
    }

    @Test
    void momentumNeedsPlainDescent() {
        assertThat(obstacle(Field.MOMENTUM, REFERENCE)).contains("only SGD has momentum");
        assertThat(obstacle(Field.MOMENTUM, REFERENCE.withChoice(Field.OPTIMISER, Optimiser.SGD)))
                .isEqualTo("none");
    }

    @Test
    void biasesNeedTheirGate() {
        assertThat(obstacle(Field.FORGET_GATE_BIAS, REFERENCE)).isEqualTo("none");
        for (Cell cell : List.of(Cell.GRU, Cell.RECURRENT, Cell.DENSE)) {
            HyperparametersDraft draft = REFERENCE.withChoice(Field.CELL, cell);
            assertThat(obstacle(Field.FORGET_GATE_BIAS, draft)).as(cell.name()).contains("no such gate");
            assertThat(obstacle(Field.INPUT_GATE_BIAS, draft)).as(cell.name()).contains("no such gate");
        }
        HyperparametersDraft chrono = REFERENCE.withWord(Field.CHRONO_SPAN, false);
        assertThat(obstacle(Field.FORGET_GATE_BIAS, chrono)).contains("chrono initialisation takes its place");
        assertThat(obstacle(Field.INPUT_GATE_BIAS, chrono)).contains("chrono initialisation takes its place");
    }

    @Test
    void chronoInitialisationNeedsAGateThatKeeps() {
        assertThat(obstacle(Field.CHRONO_SPAN, REFERENCE.withChoice(Field.CELL, Cell.GRU)))
                .isEqualTo("none");
        assertThat(obstacle(Field.CHRONO_SPAN, REFERENCE.withChoice(Field.CELL, Cell.DENSE)))
                .contains("no gate that keeps");
    }

    @Test
    void whatOnlyTheKernelTrainsIsAskedOfTheModel() {
        Hyperparameters clipped =
                REFERENCE.withWord(Field.CLIPPING, false).hyperparameters().orElseThrow();
        boolean expected = !KernelOnly.in(clipped).isEmpty();
        assertThat(KernelOnlyFields.contains(Field.CLIPPING)).isEqualTo(expected);
        for (Cell cell : Cell.values()) {
            assertThat(KernelOnlyFields.contains(Field.CELL, cell))
                    .as(cell.name())
                    .isEqualTo(!KernelOnly.in(Hyperparameters.reference().withCell(cell))
                            .isEmpty());
        }
        assertThat(KernelOnlyFields.contains(Field.MOMENTUM)).isTrue();
        assertThat(KernelOnlyFields.contains(Field.CELL)).isTrue();
        assertThat(KernelOnlyFields.contains(Field.HIDDEN_UNITS)).isFalse();
        assertThat(KernelOnlyFields.contains(Field.UPDATE_INTERVAL)).isFalse();
        assertThat(KernelOnlyFields.contains(Field.ENGINE)).isFalse();
    }
}
