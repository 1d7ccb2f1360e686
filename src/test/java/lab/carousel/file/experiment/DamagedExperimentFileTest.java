package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every damage is told with its place and what to do. */
class DamagedExperimentFileTest {

    private static final String REFERENCE = ExperimentFile.toJson(Experiment.reference());

    private static void assertProblem(String json, String message) {
        assertThatThrownBy(() -> ExperimentFile.parse("x.carousel", json))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("x.carousel, " + message);
    }

    @Test
    void empty() {
        assertProblem("  \n", "line 1, column 1: The file is empty: open a file that Carousel saved.");
    }

    @Test
    void brokenInTheMiddle() {
        assertProblem(
                REFERENCE.replace("\"epochs\": 250,", "\"epochs\": 25o,"),
                "line 18, column 17: This is not JSON from here on: “o,”. Check the commas, quotation marks and"
                        + " brackets just before it.");
        assertProblem(
                REFERENCE.replace("\"version\": 1,", "\"version\": 1"),
                "line 4, column 3: This is not JSON from here on: “\"engine\": \"kernel\",”. Check the commas,"
                        + " quotation marks and brackets just before it.");
        assertProblem(
                "hello",
                "line 1, column 1: This is not JSON from here on: “hello”. Check the commas, quotation marks and"
                        + " brackets just before it.");
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void truncatedAnywhere(int length) {
        Throwable problem = catchThrowable(() -> ExperimentFile.parse("x.carousel", REFERENCE.substring(0, length)));
        assertThat(problem).isInstanceOf(InvalidInput.class).hasMessageContaining("x.carousel, line ");
        assertThat(problem)
                .hasMessageContaining(
                        length == 0
                                ? "The file is empty"
                                : "The file ends too early: a bracket or a quotation mark is not closed");
    }

    static IntStream lengths() {
        // without its last bracket and line end there is always something open
        return IntStream.range(0, REFERENCE.length() - 2);
    }

    @Test
    void trailingText() {
        assertProblem("{}\n {}", "line 2, column 2: The experiment has ended, but more text follows: “{}”. Remove it.");
        assertProblem(
                REFERENCE + "rubbish",
                "line 34, column 1: The experiment has ended, but more text follows: “rubbish”. Remove it.");
    }

    @Test
    void foreign() {
        String message = "line 1, column 1: This is JSON, but not a Carousel experiment: its “format” must be “carousel"
                + " experiment”.";
        assertProblem("{\"name\": \"x\"}", message);
        assertProblem("[1, 2]", message);
        assertProblem("17", message);
        assertProblem("{\"format\": [\"carousel experiment\"]}", message);
    }

    @Test
    void newer() {
        assertProblem(
                REFERENCE.replace("\"version\": 1,", "\"version\": 2, \"later\": {},"),
                "line 3, column 14, at version: This file was made by a newer Carousel: it has format version 2, and"
                        + " this Carousel reads version 1. Install the newer Carousel to open it.");
    }

    @Test
    void duplicateName() {
        assertProblem(
                REFERENCE.replace("\"seed\": 1", "\"seed\": 1, \"seed\": 2"),
                "line 31, column 16, at hyperparameters.seed: “seed” stands here twice: remove one of them.");
    }

    @Test
    void unknownName() {
        assertProblem(
                REFERENCE.replace("hiddenUnits", "hidenUnits"),
                "line 15, column 19, at hyperparameters.hidenUnits: “hidenUnits” is not known here. What is known:"
                        + " " + String.join(", ", Settings.names()) + ".");
        assertProblem(
                REFERENCE.replace("\"task\"", "\"tusk\""),
                "line 5, column 11, at tusk: “tusk” is not known here. What is known: format, version, engine, task,"
                        + " hyperparameters.");
    }

    @Test
    void missingTask() {
        assertProblem(
                "{\"format\": \"carousel experiment\", \"version\": 1}",
                "line 1, column 1: “task” is missing here: add it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "hiddenUnits": 20|"hiddenUnits": 2.5|line 15, column 20, at hyperparameters.hiddenUnits: Here must be a whole number, written without point or exponent, not 2.5.
            "hiddenUnits": 20|"hiddenUnits": "20"|line 15, column 20, at hyperparameters.hiddenUnits: Here must be a whole number, written without point or exponent, not a text in quotation marks.
            "hiddenUnits": 20|"hiddenUnits": 0|line 15, column 20, at hyperparameters.hiddenUnits: The number of hidden units must be a whole number from 1 to 512.
            "hiddenUnits": 20|"hiddenUnits": 99999999999999999999|line 15, column 20, at hyperparameters.hiddenUnits: The number of hidden units must be a whole number from 1 to 512.
            "epochs": 250|"epochs": 4294967546|line 18, column 15, at hyperparameters.epochs: The number of epochs must be a whole number from 0 to 10,000,000.
            "learningRate": 0.001|"learningRate": -1|line 17, column 21, at hyperparameters.learningRate: The learning rate must be a number above 0 and at most 100.
            "learningRate": 0.001|"learningRate": 1e999|line 17, column 21, at hyperparameters.learningRate: The learning rate must be a number above 0 and at most 100.
            "learningRate": 0.001|"learningRate": null|line 17, column 21, at hyperparameters.learningRate: Here must be a number, not null.
            "updateInterval": 1|"updateInterval": 2147483647|line 19, column 23, at hyperparameters.updateInterval: The update interval must be a whole number of steps from 1 to 5,000, or the whole sequence.
            "updateInterval": 1|"updateInterval": "whole"|line 19, column 23, at hyperparameters.updateInterval: Here must be a whole number, or “whole sequence”, not a text in quotation marks.
            "updateInterval": 1|"updateInterval": 1.0|line 19, column 23, at hyperparameters.updateInterval: Here must be a whole number, or “whole sequence”, not 1.0.
            "batchSize": 1|"batchSize": 5|line 20, column 18, at hyperparameters.batchSize: The batch size 5 is larger than the 4 steps of the longest sequence: some slots would never see a symbol. Use at most 4.
            "lag": 1|"lag": 5|line 21, column 12, at hyperparameters.lag: The lag 5 is longer than the shortest sequence, which has 4 steps. Use at most 4.
            "lag": 1|"lag": 0|line 21, column 12, at hyperparameters.lag: The lag must be a whole number from 1 to 5,000.
            "layers": 1|"layers": 9|line 14, column 15, at hyperparameters.layers: The number of layers must be a whole number from 1 to 8.
            "adam"|"adagrad"|line 25, column 18, at hyperparameters.optimiser: “adagrad” is not possible here. What is possible: adam, rmsprop, sgd.
            "momentum": 0.0|"momentum": 1|line 26, column 17, at hyperparameters.momentum: The momentum must be a number from 0 to below 1.
            "clipping": "none"|"clipping": 0|line 27, column 17, at hyperparameters.clipping: The norm to clip at must be a number above 0.
            "clipping": "none"|"clipping": 1e999|line 27, column 17, at hyperparameters.clipping: The norm to clip at must be a number above 0.
            "clipping": "none"|"clipping": "off"|line 27, column 17, at hyperparameters.clipping: Here must be a number, or “none”, not a text in quotation marks.
            "all steps"|"first step"|line 24, column 22, at hyperparameters.lossWeighting: Here must be a number, or “all steps”, “last step”, not a text in quotation marks.
            "all steps"|0|line 24, column 22, at hyperparameters.lossWeighting: The weight of the last step must be a number above 0 and at most 1,000,000.
            "forgetGateBias": 1.0|"forgetGateBias": -1001|line 28, column 23, at hyperparameters.forgetGateBias: The bias of the forget gate must be a number from -1,000 to 1,000.
            "inputGateBias": 0.0|"inputGateBias": 1e4|line 29, column 22, at hyperparameters.inputGateBias: The bias of the input gate must be a number from -1,000 to 1,000.
            "chronoSpan": "off"|"chronoSpan": 1|line 30, column 19, at hyperparameters.chronoSpan: The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            "chronoSpan": "off"|"chronoSpan": 0|line 30, column 19, at hyperparameters.chronoSpan: The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            "chronoSpan": "off"|"chronoSpan": 2.5|line 30, column 19, at hyperparameters.chronoSpan: Here must be a whole number, or “off”, not 2.5.
            "after sequence"|"sometimes"|line 22, column 20, at hyperparameters.resetPolicy: “sometimes” is not possible here. What is possible: after sequence, after epoch, never, every step.
            "seed": 1|"seed": -1|line 31, column 13, at hyperparameters.seed: The seed must be a whole number from 0 to 9,007,199,254,740,991.
            "kernel"|"torch"|line 4, column 13, at engine: “torch” is not possible here. What is possible: dl4j, kernel.
            "0 1 2 3 4"|"0 1 2 3 3"|line 6, column 17, at task.alphabet: The symbol “3” stands in the alphabet twice: remove one of them.
            "0 1 2 3 4"|["0", "1"]|line 6, column 17, at task.alphabet: Here must be a text in quotation marks, not a list in brackets.
            "4 0 1 2 4"|"4 0 9 2 4"|line 9, column 7, at task.sequences (2): The symbol “9” in sequence 2 is not in the alphabet: add it to the alphabet, or change it.
            "4 0 1 2 4"|"4"|line 9, column 7, at task.sequences (2): One symbol has no next symbol to predict: type at least two, with a blank between them.
            "4 0 1 2 4"|4|line 9, column 7, at task.sequences (2): Here must be a text in quotation marks, not 4.
            "version": 1|"version": 0|line 3, column 14, at version: The format version must be a whole number from 1 on.
            "version": 1|"version": true|line 3, column 14, at version: Here must be a whole number, written without point or exponent, not true or false.
            """)
    void wrongValue(String right, String wrong, String message) {
        assertThat(REFERENCE).contains(right);
        assertProblem(REFERENCE.replace(right, wrong), message);
    }

    @Test
    void whatOnlyTheKernelCanIsToldAtTheEngine() {
        assertProblem(
                REFERENCE.replace("\"kernel\"", "\"dl4j\"").replace("\"lstm\"", "\"gru\""),
                "line 4, column 13, at engine: Deeplearning4j cannot train with this kind of cell: choose the kernel,"
                        + " or change that setting.");
    }

    @Test
    void statelessWithGradientThroughTime() {
        assertThatThrownBy(() -> ExperimentFile.parse(
                        "x",
                        REFERENCE
                                .replace("\"after sequence\"", "\"every step\"")
                                .replace("\"updateInterval\": 1", "\"updateInterval\": \"whole sequence\"")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("x, line 22, column 20, at hyperparameters.resetPolicy: With the state reset");
    }

    @Test
    void nestedWithoutEnd() {
        assertThatThrownBy(() -> ExperimentFile.parse("x", "[".repeat(100_000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The brackets are nested too deeply");
    }
}
