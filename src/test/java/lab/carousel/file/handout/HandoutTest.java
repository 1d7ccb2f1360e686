package lab.carousel.file.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.StepByStepWords;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class HandoutTest {

    private static Snapshot trained(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }

    private static Snapshot reference(int epochs) {
        return trained(Experiment.reference().with(Hyperparameters.reference().withEpochs(epochs)));
    }

    private static Document page(Snapshot snapshot, String... questions) {
        return parsed(Handout.of(snapshot, false, List.of(questions), "", Palette.LIGHT));
    }

    /** The hand-out alone in a page. */
    private static Document parsed(String section) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(
                "<!DOCTYPE html><html><head><title>x</title></head><body>" + section + "</body></html>", "");
        ParseErrorList errors = parser.getErrors();
        assertThat(errors).isEmpty();
        return page;
    }

    @Test
    void needsNothingFromElsewhere() {
        Document page = page(reference(3));
        assertThat(page.select("script, link, img, iframe, object, [src], [href], [onclick]"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> assertThat(attribute.getValue())
                    .as(attribute.getKey())
                    .satisfiesAnyOf(
                            value -> assertThat(value).doesNotContain("http:", "https:"),
                            value -> assertThat(value).isEqualTo("http://www.w3.org/2000/svg"),
                            value -> assertThat(value).isEqualTo("http://www.w3.org/1999/xlink")));
        }
    }

    @Test
    void printsTheNotesAsTheyWereWritten() {
        Snapshot snapshot = reference(1);
        String notes = "Unit 7 keeps <the first symbol>.\n  Why & how?";
        Document page = parsed(Handout.of(snapshot, false, List.of(), notes, Palette.LIGHT));
        assertThat(page.selectFirst(".of-notes .notes").wholeText()).isEqualTo(notes);
        assertThat(page.selectFirst(".of-notes").nextElementSibling().className())
                .isEqualTo("of-questions");
        assertThat(page(snapshot).select(".of-notes")).isEmpty();
    }

    @Test
    void hasTheNumbersAndTheVerdictOfTheSnapshot() {
        Snapshot snapshot = reference(40);
        Element result = page(snapshot).selectFirst(".of-result .result");
        VerdictWords words = VerdictWords.of(snapshot.evaluation());
        assertThat(result.selectFirst(".verdict").text()).isEqualTo(words.headline());
        assertThat(result.text()).contains(words.reason());
        assertThat(result.select(".numbers span").eachText())
                .containsExactly(
                        snapshot.evaluation().right() + " of 8 steps right",
                        "margin " + NumberText.loss(snapshot.evaluation().margin()),
                        "loss " + NumberText.loss(snapshot.evaluation().loss()) + "; without memory at least 0.0693");
    }

    @Test
    void saysHowTheNetworkDoesAsTrainedAndStepByStepAndShowsWhatWasChosen() {
        Experiment reference = Experiment.reference();
        Snapshot snapshot =
                SampleSnapshot.of(reference.with(reference.hyperparameters().withBatchSize(3)), 40);
        Evaluation stepByStep = Evaluation.of(snapshot.experiment().stepByStep(), snapshot.parameters());
        String both = StepByStepWords.of(snapshot.experiment(), snapshot.evaluation(), stepByStep);
        assertThat(both).isNotEmpty();
        for (boolean isStepByStep : new boolean[] {false, true}) {
            Document page = parsed(Handout.of(snapshot, isStepByStep, List.of(), "", Palette.LIGHT));
            double loss = (isStepByStep ? stepByStep : snapshot.evaluation()).loss();
            assertThat(page.selectFirst(".of-result .result").text())
                    .contains(both, "loss " + NumberText.loss(loss) + ";");
            assertThat(page.text()).contains("3 slots");
        }
        assertThat(page(reference(40)).text()).doesNotContain("tep by step");
    }

    @Test
    void hasARowForEachStep() {
        Snapshot snapshot = reference(40);
        Elements tables = page(snapshot).select(".of-result table");
        assertThat(tables.select("caption").eachText()).containsExactly("Sequence 1", "Sequence 2");
        int[] second = {4, 0, 1, 2, 4};
        Trace trace = Trace.of(snapshot.parameters(), snapshot.experiment().hyperparameters(), second);
        Elements rows = tables.get(1).select("tbody tr");
        assertThat(rows).hasSize(4);
        for (int step = 0; step < 4; step++) {
            List<String> cells = rows.get(step).select("td").eachText();
            assertThat(cells.subList(0, 4))
                    .containsExactly(
                            "" + (step + 1), "" + second[step], "" + second[step + 1], "" + trace.predicted(step));
            assertThat(Double.parseDouble(cells.get(4)))
                    .isCloseTo(trace.outputs(step)[trace.predicted(step)], within(0.0051));
            assertThat(cells.get(5)).isEqualTo(trace.predicted(step) == trace.target(step) ? "✓ right" : "✗ wrong");
            assertThat(rows.get(step).hasClass("deciding")).isEqualTo(step == 3);
        }
    }

    @Test
    void hasBothPicturesWithIdsOfTheirOwn() {
        Document page = page(reference(5));
        Elements pictures = page.select("figure > svg");
        assertThat(pictures).hasSize(2);
        assertThat(pictures.eachAttr("aria-label"))
                .containsExactly("The loss after every epoch", "The hidden state h at every step");
        assertThat(pictures.get(0).text()).contains("sees 1 to 3 symbols: 0.0693", "Sequence 1: 3 0 1 2 3");
        assertThat(pictures.get(1).text()).contains("epoch 5");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (Element clipped : page.select("[clip-path]")) {
            String target = clipped.attr("clip-path");
            assertThat(ids).contains(target.substring(5, target.length() - 1));
        }
    }

    @Test
    void beforeTheFirstEpochThereIsNoChart() {
        Document page = page(reference(0));
        assertThat(page.select("figure > svg").eachAttr("aria-label"))
                .containsExactly("The hidden state h at every step");
    }

    @Test
    void saysTheSettingsInPlainWords() {
        Hyperparameters settings = Hyperparameters.reference()
                .withEpochs(2)
                .withLayers(2)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withLossWeighting(LossWeighting.lastStepWeighs(5))
                .withLag(2)
                .withWeightDecay(0.001)
                .withSeed(7);
        Element words = page(trained(Experiment.reference().with(settings))).selectFirst(".of-settings dl");
        assertThat(words.text())
                .contains("2 layers of 20 units each: LSTM, whose gates")
                .contains("After every whole sequence. The gradient travels back to its first symbol.")
                .contains("Adam with learning rate 0.001.")
                .contains("the last one as much as 5 others")
                .contains("At each step the last 2 symbols are fed.")
                .contains("Before each update every weight loses 0.001 of itself, times the learning rate.")
                .contains("2 of 2 epochs, with seed 7.")
                .doesNotContain("slots");
        assertThat(page(reference(1)).selectFirst(".of-settings dl").text())
                .contains("One layer of 20 units: LSTM")
                .contains("After every step. The state is carried on, but the gradient does not travel back")
                .doesNotContain("Lag", "Batch", "shuffled");
    }

    @Test
    void questionsOfALessonComeBeforeTheGeneralOnes() {
        List<String> questions = page(reference(1), "Is 3 < 4 & \"why\"?")
                .select(".of-questions li")
                .eachText();
        assertThat(questions.get(0)).isEqualTo("Is 3 < 4 & \"why\"?");
        assertThat(questions).hasSize(7).anyMatch(question -> question.contains("“not yet”"));
    }

    @Test
    void aTaskWithoutDecidingStepsIsNotAskedAboutThem() {
        Experiment experiment = new Experiment(
                Task.parse("a b", "a b a"), Hyperparameters.reference().withEpochs(1), EngineName.KERNEL);
        Document page = page(trained(experiment));
        assertThat(page.select(".of-questions li").eachText()).noneMatch(question -> question.contains("deciding"));
        assertThat(page.select(".numbers").text()).contains("no deciding step");
    }

    @Test
    void symbolsAreText() {
        Experiment experiment = new Experiment(
                Task.parse("<b> & \"", "<b> & \" <b>"),
                Hyperparameters.reference().withEpochs(1),
                EngineName.KERNEL);
        Document page = page(trained(experiment));
        assertThat(page.select("b")).isEmpty();
        assertThat(page.select(".sequences li").eachText()).containsExactly("<b> & \" <b>");
    }

    @Test
    void ofALongDrawnTaskThereIsASampleAndItsCriterion() {
        Experiment experiment = new Experiment(
                Task.drawn(PaperTask.noisyGap(60, 60)),
                Hyperparameters.reference().withEpochs(1),
                EngineName.KERNEL);
        Document page = page(trained(experiment));
        assertThat(page.select(".of-task").text()).contains("drawn fresh each time");
        Elements rows = page.select(".of-result tbody tr");
        assertThat(rows).hasSize(experiment.task().sequences().size()).allMatch(row -> row.hasClass("deciding"));
        for (int row = 0; row < rows.size(); row++) {
            // The answer of 2c comes last, and the symbols x and y alone can be it
            var sequence = experiment.task().sequences().get(row);
            List<String> cells = rows.get(row).select("td").eachText();
            assertThat(cells.get(0)).isEqualTo("" + sequence.steps());
            assertThat(cells.get(2)).isEqualTo(sequence.symbols().get(sequence.steps()));
            assertThat(cells.get(3)).isIn("x", "y");
        }
        assertThat(page.select(".of-result .note").text()).contains("of long sequences there are the deciding steps");
    }
}
