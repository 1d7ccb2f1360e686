package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.UnaryOperator;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Steps;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

class SamplesViewTest {

    private final SamplesView view = new SamplesView();

    private static Experiment airline(UnaryOperator<Hyperparameters> change) {
        Hyperparameters linear = Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR);
        return new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)), change.apply(linear), EngineName.KERNEL);
    }

    private static Hyperparameters pieces(Hyperparameters given) {
        return given.with(Settings.UPDATE_INTERVAL, new UpdateInterval(20));
    }

    private Answer answer(Experiment experiment) {
        return view.answer(
                Look.of(experiment, InitialParameters.of(experiment), 0), Chosen.of(view, experiment, Map.of()));
    }

    @Test
    void saysNothingOfATaskThatIsNoSeries() {
        assertThat(view.obstacle(Experiment.reference())).isPresent();
        assertThat(view.obstacle(airline(given -> given))).isEmpty();
    }

    @Test
    void aWindowIsASampleOfTheTrueNumbers() {
        Experiment experiment = airline(given -> given.with(Settings.LAG, 3));
        Steps steps = Series.of(experiment.task()).orElseThrow().shown().get(0);
        String[] lines = answer(experiment).drawing().csv().split("\r?\n");
        assertThat(lines[0]).isEqualTo("part,piece,sample,time_step,x1_Passengers,x2_Passengers,x3_Passengers,y,row");
        assertThat(lines).hasSize(1 + 93 + 48);
        for (int line = 1; line < lines.length; line++) {
            String[] fields = lines[line].split(",");
            int step = line + 1;
            assertThat(fields[0]).isEqualTo(line <= 93 ? "train" : "test");
            assertThat(Integer.parseInt(fields[2])).isEqualTo(line <= 93 ? line : line - 93);
            for (int time = 0; time < 3; time++) {
                assertThat(Double.parseDouble(fields[4 + time]))
                        .isCloseTo(steps.row(step - 2 + time)[0], within(1e-15));
            }
            assertThat(Double.parseDouble(fields[7]))
                    .isCloseTo(steps.target(step).number(0), within(1e-15));
        }
        assertThat(lines[1]).endsWith("1949-04");
        assertThat(lines[94]).endsWith("1957-01");
    }

    @Test
    void shapesAreSaidInTheWordsOfKerasAndPyTorch() {
        Map<String, String> window = answer(airline(
                        given -> given.with(Settings.LAG, 3).with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)))
                .sentences();
        assertThat(window.get("parts"))
                .isEqualTo("Training part: X (93, 3, 1), y (93, 1). Test part: X (48, 3, 1), y (48, 1).");
        assertThat(window.get("keras")).contains("Input(shape=(3, 1))", "every sample starts from zeros");
        assertThat(window.get("pytorch")).contains("nn.LSTM(1, 20, batch_first=True)", "from zeros");
        Map<String, String> pieces = answer(airline(SamplesViewTest::pieces)).sentences();
        assertThat(pieces.get("parts"))
                .startsWith("Training part: 5 pieces, X (1, 20, 1), the last (1, 15, 1), with 95 numbers wanted")
                .contains("48 more time steps", "the state runs through the training part first");
        assertThat(pieces.get("keras")).contains("batch_shape=(1, None, 1)", "stateful=True", "return_sequences=True");
        assertThat(answer(airline(given -> given.with(Settings.CELL, Cell.DENSE)))
                        .sentences()
                        .get("pytorch"))
                .contains("nn.Linear(1, 20)");
    }

    /** Step j goes to slot j mod 2, as in the program. */
    @Test
    void slotsTakeTurns() {
        Experiment experiment = airline(given -> pieces(given).with(Settings.BATCH_SIZE, 2));
        Answer answer = answer(experiment);
        assertThat(answer.sentences().get("parts")).contains("4 pieces, X (2, 20, 1), the last (1, 1, 1)");
        String[] lines = answer.drawing().csv().split("\r?\n");
        assertThat(lines[1]).startsWith("train,1,1,1,").endsWith("1949-02");
        assertThat(lines[2]).startsWith("train,1,1,2,").endsWith("1949-04");
        assertThat(lines[21]).startsWith("train,1,2,1,").endsWith("1949-03");
    }

    @Test
    void aNumberPointsAtItsRowAndSelectsItsStep() {
        Answer answer = answer(airline(SamplesViewTest::pieces));
        var hit = answer.drawing().at(150, 80, 760, 720).orElseThrow();
        assertThat(hit.words()).contains("piece 1, step 1", "is fed, from 1949-01: 112");
        assertThat(answer.selected(hit).orElseThrow().step().orElseThrow().number())
                .isEqualTo(1);
        assertThat(answer.drawing().at(300, 80, 760, 720).orElseThrow().words()).contains("wanted, from 1949-02: 118");
    }
}
