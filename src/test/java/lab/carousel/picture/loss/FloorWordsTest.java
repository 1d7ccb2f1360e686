package lab.carousel.picture.loss;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.picture.loss.LossLabels.FloorWords;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;

class FloorWordsTest {

    private static Experiment of(Task task, Hyperparameters settings) {
        return new Experiment(task, settings, EngineName.KERNEL);
    }

    @Test
    void tellsTheLadderOfTheReference() {
        assertThat(FloorWords.of(Experiment.reference()).words()).isEqualTo("sees 1 to 3 symbols: 0.0693; 4: 0");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> FloorWords.of(Experiment.reference())
                        .words()))
                .startsWith("sieht 1 bis 3 Symbole: 0");
    }

    @Test
    void theFirstRungIsTheMemorylessFloor() {
        Experiment reference = Experiment.reference();
        assertThat(FloorWords.of(reference).rungs().get(0).loss()).isEqualTo(reference.memorylessFloor());
        Experiment lag2 = of(Task.reference(), Hyperparameters.reference().with(Settings.LAG, 2));
        assertThat(FloorWords.of(lag2).rungs().get(0).from()).isEqualTo(2);
        assertThat(FloorWords.of(lag2).rungs().get(0).loss()).isEqualTo(lag2.memorylessFloor());
    }

    @Test
    void whereNothingEarlierHelpsThereIsOneFloor() {
        assertThat(FloorWords.of(of(Task.parse("a b c", "a b c"), Hyperparameters.reference()))
                        .words())
                .isEqualTo("memoryless floor 0");
        Experiment drawn = of(Task.drawn(PaperTask.randomGap(10)), Hyperparameters.reference());
        assertThat(FloorWords.of(drawn).words()).startsWith("memoryless floor ");
    }
}
