package lab.carousel.task.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import lab.carousel.task.Task;
import lab.carousel.task.draft.StepPreview.Encoded;
import lab.carousel.task.draft.StepPreview.OneHot;
import lab.carousel.task.draft.StepPreview.Pair;
import org.junit.jupiter.api.Test;

class StepPreviewTest {

    private final StepPreview reference =
            new StepPreview(TaskDraft.of(Task.reference()), 0, step -> step == 3 ? StepMark.DECIDING : StepMark.NONE);

    @Test
    void showsThePairsOfTheTutorialAndItsDecidingStep() {
        assertThat(reference.pairs())
                .containsExactly(
                        new Pair(1, "3", "0", StepMark.NONE),
                        new Pair(2, "0", "1", StepMark.NONE),
                        new Pair(3, "1", "2", StepMark.NONE),
                        new Pair(4, "2", "3", StepMark.DECIDING));
    }

    @Test
    void showsTheOneHotVectorsOfTheTutorial() {
        assertThat(reference.vectors())
                .extracting(Encoded::symbol, row -> row.vector().text())
                .containsExactly(
                        tuple("3", "[0 0 0 1 0]"),
                        tuple("0", "[1 0 0 0 0]"),
                        tuple("1", "[0 1 0 0 0]"),
                        tuple("2", "[0 0 1 0 0]"),
                        tuple("3", "[0 0 0 1 0]"));
    }

    @Test
    void countsTheZerosOfLongVectors() {
        assertThat(new OneHot(15, 16).text()).isEqualTo("[0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1]");
        assertThat(new OneHot(3, 1_000).text()).isEqualTo("[3 × 0, 1, 996 × 0]");
        assertThat(new OneHot(0, 1_000).text()).isEqualTo("[1, 999 × 0]");
        assertThat(new OneHot(999, 1_000).text()).isEqualTo("[999 × 0, 1]");
    }

    @Test
    void showsWhatIsUnfinishedToo() {
        StepPreview preview = new StepPreview(TaskDraft.of("0 1", "0 7", ""), 0, step -> StepMark.NONE);
        assertThat(preview.pairs()).extracting(Pair::text).containsExactly("0 → 7");
        assertThat(preview.vectors())
                .extracting(row -> row.vector().text())
                .containsExactly("[1 0]", "not in the alphabet");

        StepPreview empty = new StepPreview(TaskDraft.of("0 1", "0 7", ""), 1, step -> StepMark.NONE);
        assertThat(empty.pairs()).isEmpty();
    }
}
