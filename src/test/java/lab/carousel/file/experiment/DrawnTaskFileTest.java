package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.model.Experiment;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of tasks whose sequences are drawn. */
class DrawnTaskFileTest {

    private static final String START = "{\"format\": \"carousel experiment\", \"version\": 1, \"task\": ";

    private static Experiment experiment(PaperTask source) {
        Experiment reference = Experiment.reference();
        return new Experiment(Task.drawn(source), reference.hyperparameters(), reference.engine());
    }

    @Test
    void holdTheSourceInsteadOfSequences() {
        assertThat(ExperimentFile.toJson(experiment(PaperTask.noisyGap(1_000, 50))))
                .contains(
                        """
                  "task": {
                    "source": "2c",
                    "p": 1000,
                    "q": 50
                  },
                """);
        assertThat(ExperimentFile.toJson(experiment(PaperTask.fixedGap(7))))
                .contains(
                        """
                  "task": {
                    "source": "2a",
                    "p": 7
                  },
                """);
    }

    @Test
    void comeBackAsTheyWere() {
        for (PaperTask source :
                new PaperTask[] {PaperTask.fixedGap(2), PaperTask.randomGap(1_000), PaperTask.noisyGap(1_000, 2_000)}) {
            Experiment experiment = experiment(source);
            assertThat(ExperimentFile.parse("x.carousel", ExperimentFile.toJson(experiment)))
                    .isEqualTo(experiment);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"source": "2d", "p": 3}                 | column 68, at task.source: “2d” is not possible here. What is possible: 2a, 2b, 2c.
            {"source": 2, "p": 3}                    | column 68, at task.source: Here must be a text in quotation marks, not 2.
            {"source": "2a"}                         | column 57, at task: “p” is missing here: add it.
            {"source": "2a", "p": 1}                 | column 79, at task.p: p must be a whole number from 2 to 1,000.
            {"source": "2a", "p": 3, "q": 4}         | column 87, at task.q: “q” is not known here. What is known: source, p.
            {"source": "2c", "p": 3}                 | column 57, at task: “q” is missing here: add it.
            {"source": "2c", "p": 3, "q": 2001}      | column 87, at task.q: q must be a whole number from 0 to 2,000.
            {"source": "2c", "p": 3, "q": 99999999999999999999} | column 87, at task.q: q must be a whole number from 0 to 2,000.
            {"source": "2a", "p": 3, "alphabet": "x y"} | column 94, at task.alphabet: “alphabet” is not known here. What is known: source, p.
            """)
    void tellWhereTheyAreWrong(String task, String message) {
        assertThatThrownBy(() -> ExperimentFile.parse("x.carousel", START + task + "}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("x.carousel, line 1, " + message);
    }
}
