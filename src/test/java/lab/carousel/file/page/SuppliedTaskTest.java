package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.ForkWords;
import lab.carousel.task.SequencesOfFile;
import lab.carousel.text.Language;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

/** A supply of which no other file knows is fed, trained, judged and told by the page as one that is listed. */
class SuppliedTaskTest {

    private static final Experiment LISTED = Experiment.reference()
            .with(settings -> settings.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                    .with(Settings.LEARNING_RATE, 0.02)
                    .with(Settings.EPOCHS, 150));
    private static final Experiment OF_FILE =
            new Experiment(SequencesOfFile.REFERENCE, LISTED.hyperparameters(), LISTED.engine());

    @Test
    void itIsTrainedAndJudgedToTheSameBits() {
        Snapshot listed = RecordedRuns.end(LISTED);
        Snapshot ofFile = RecordedRuns.end(OF_FILE);
        assertThat(ofFile.parameters()).isEqualTo(listed.parameters());
        assertThat(ofFile.evaluation()).isEqualTo(listed.evaluation());
        assertThat(ofFile.evaluation().judgement().verdict()).isEqualTo(Verdict.REMEMBERS);
        assertThat(ForkWords.verdict(ofFile).reason())
                .isEqualTo(ForkWords.verdict(listed).reason());
        assertThat(OF_FILE.floors().get(0)).isEqualTo(LISTED.floors().get(0));
    }

    @Test
    void thePageTellsItsStepsAndItsNumbers() {
        PageView page = new PageView(OF_FILE, List.of(Language.ENGLISH));
        PageView listed = new PageView(LISTED, List.of(Language.ENGLISH));
        assertThat(page.seen(page.untrained()).get("columns"))
                .usingRecursiveComparison()
                .isEqualTo(listed.seen(listed.untrained()).get("columns"));
        assertThat(page.facts().get("sequences")).isEqualTo(2);
        assertThat(page.facts().get("before"))
                .usingRecursiveComparison()
                .isEqualTo(listed.facts().get("before"));
    }

    /** Nobody can type it, and a file says what it is. */
    @Test
    void itIsNotTyped() {
        assertThat(PageForm.isTyped(OF_FILE)).isFalse();
        assertThat(PageForm.isTyped(LISTED)).isTrue();
        assertThat(new PageView(OF_FILE, List.of(Language.ENGLISH)).facts()).containsEntry("isTyped", false);
        assertThat(OF_FILE.task().supply().values()).containsEntry("file", "sequences.csv");
    }
}
