package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkAnswer;
import lab.carousel.study.ForkAnswers;
import lab.carousel.study.ForkList;
import lab.carousel.study.ForkRow;
import lab.carousel.study.Remedies;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Fork;
import lab.carousel.task.memory.UnknowableReason;
import lab.carousel.task.memory.UnknowableStep;
import org.junit.jupiter.api.Test;

class ForksDrawingTest {

    private static final Alphabet ALPHABET = new Alphabet(List.of("0", "1", "2", "3", "4"));

    private final ForksDrawing drawing = new ForksDrawing(
            new ForkList(
                    List.of(row(1, Verdict.A_TRACE, 0.02), row(0, Verdict.REMEMBERS, 0.99)),
                    3,
                    List.of(new UnknowableStep(0, 0, UnknowableReason.TASK)),
                    1),
            List.of(answers(), answers()),
            Remedies.NONE,
            ALPHABET,
            -1);

    private static ForkRow row(int number, Verdict verdict, double bits) {
        return new ForkRow(
                number,
                new Fork(List.of(0, 1, 2), 3, 3, List.of(Target.of(3), Target.of(4))),
                bits,
                verdict == Verdict.A_TRACE ? 0.019 : Double.NaN,
                0.4,
                0.25,
                List.of(Target.of(3), Target.of(4)),
                verdict,
                Optional.of(new SymbolWitness(2, 2)));
    }

    private static ForkAnswers answers() {
        Step first = new Step(0, 4, 2, 3);
        Step second = new Step(1, 4, 2, 4);
        return new ForkAnswers(
                List.of(first, second), List.of(new ForkAnswer(first, 0.75, 0.25), new ForkAnswer(second, 0.5, 0.125)));
    }

    @Test
    void eachForkAndEachStepBelowThemIsFoundWhereItIsDrawn() {
        double height = drawing.height();
        assertThat(spot(30, height)).get().extracting(Hit::row).isEqualTo(0);
        assertThat(spot(drawing.row() + 30, height)).get().extracting(Hit::row).isEqualTo(1);
        // The count of the rest, and the title of the steps
        assertThat(spot(2 * drawing.row() + 10, height)).isEmpty();
        assertThat(spot(2 * drawing.row() + 30, height)).isEmpty();
        assertThat(spot(2 * drawing.row() + 50, height))
                .get()
                .extracting(Hit::row)
                .isEqualTo(2);
        assertThat(spot(height + 1, height)).isEmpty();
    }

    private Optional<Hit> spot(double y, double height) {
        return drawing.at(100, y, 360, height);
    }

    @Test
    void saysAForkWithItsOutputs() {
        assertThat(drawing.words(0)).startsWith("after 0 1 2, 3 steps back, 3, 4: 0.02 bit, separation 0.019, a trace");
        assertThat(drawing.words(1))
                .isEqualTo("after 0 1 2, 3 steps back, 3, 4: 0.99 bit, remembers (exchange that symbol, and 2 of 2"
                        + " answers change with it). sequence 1: 3 0.75, 4 0.25   sequence 2: 4 0.50, 3 0.12");
    }

    @Test
    void writesForksAndThenStepsThatNobodyCanKnow() {
        assertThat(drawing.csv().lines())
                .containsExactly(
                        "after,targets,steps back,bits,separation,margin,verdict,follows,of,sequence,step,own output,other output,"
                                + "other sequence,other step,other own output,other other output,unknowable",
                        "0 1 2,3 4,3,0.02,0.019,0.25,a trace,2,2,1,4,0.75,0.25,2,4,0.5,0.125,",
                        "0 1 2,3 4,3,0.99,,0.25,remembers,2,2,1,4,0.75,0.25,2,4,0.5,0.125,",
                        ",,,,,,,,,1,1,,,,,,,task");
    }
}
