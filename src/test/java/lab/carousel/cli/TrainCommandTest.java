package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.engine.Trainer;
import lab.carousel.file.disk.Names;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.model.ModelFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.study.verification.Verifier;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class TrainCommandTest extends CommandInFolder {

    @Test
    void printsTheTutorialsTableAndTheVerdict() {
        assertThat(run("train --epochs 3 --seed 2")).isZero();
        assertThat(carousel.errors).isEmpty();
        assertThat(carousel.output)
                .isEqualTo(
                        """
                sequence 1
                input  expected  predicted
                3      0         0
                0      1         0          wrong
                1      2         0          wrong
                2      3         2          wrong

                sequence 2
                input  expected  predicted
                4      0         0
                0      1         0          wrong
                1      2         2
                2      4         2          wrong

                fork     after 0 1 2, 3 steps back, 3, 4: 0.00 bit, separation 0.380, not yet (exchange that symbol, and 0 of 2 answers \
                change with it)
                loss     0.9069   (memoryless floor 0.06931)
                recall   3/8
                margin   -0.07494
                verdict  not yet: After 0 1 2 comes 3 or 4; the symbol 3 steps back decides. The answer carries 0.00 of \
                that 1 bit: a step there is wrong. 3 of 8 steps are right. Without memory the answer can carry none of that bit.
                """);
    }

    @Test
    void writesTheTableOfEpochsAtFullPrecision() throws IOException {
        assertThat(run("train --epochs 2 --csv @a.csv")).isZero();
        Experiment experiment = Experiment.reference();
        Trainer trainer = new FakeEngine(0).start(experiment, InitialParameters.of(experiment));
        List<String> rows = Files.readAllLines(folder.resolve("a.csv"));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isEqualTo("epoch,loss,recall,margin,loss_1,loss_2,bits,separation,separation_before");
        for (int epoch = 1; epoch <= 2; epoch++) {
            for (Steps sequence : experiment.task().encoded()) {
                for (int step = 0; step < 4; step++) {
                    trainer.update(sequence, step, 1, 1);
                }
            }
            Evaluation evaluation = Evaluation.of(experiment, trainer.parameters());
            assertThat(Stream.of(rows.get(epoch).split(",")).map(Double::valueOf))
                    .containsExactly(
                            (double) epoch,
                            evaluation.loss(),
                            evaluation.recall(),
                            evaluation.margin(),
                            evaluation.sequenceLoss()[0],
                            evaluation.sequenceLoss()[1],
                            evaluation.judgement().bits(),
                            evaluation.separation(),
                            evaluation.separationBefore());
        }
    }

    @Test
    void printsOneJsonObjectInsteadOfTheTable() {
        assertThat(run("train --epochs 2 --json --quiet")).isZero();
        JsonValue root = JsonText.parse("output", carousel.output);
        assertThat(root.member("verdict").text()).isEqualTo("not yet");
        assertThat(root.member("floors").elements())
                .extracting(floor -> floor.member("order").number(), floor -> floor.member("loss")
                        .number())
                .containsExactly(tuple(1.0, Experiment.reference().memorylessFloor()), tuple(4.0, 0.0));
        assertThat(root.member("recall").member("best").wholeNumber(0, 8)).isEqualTo(8);
        assertThat(root.member("stepsBack").wholeNumber(0, 9)).isEqualTo(3);
        assertThat(root.member("forksTotal").wholeNumber(0, 9)).isEqualTo(1);
        JsonValue fork = root.member("forks").elements().get(0);
        assertThat(fork.member("after").elements()).extracting(JsonValue::text).containsExactly("0", "1", "2");
        assertThat(fork.member("targets").elements())
                .extracting(JsonValue::text)
                .containsExactly("3", "4");
        assertThat(fork.member("bits").number()).isEqualTo(root.member("bits").number());
        assertThat(fork.member("separation").number())
                .isEqualTo(root.member("separation").number());
        double before = Evaluation.of(Experiment.reference(), InitialParameters.of(Experiment.reference()))
                .separation();
        assertThat(root.member("separationBefore").number()).isEqualTo(before);
        assertThat(fork.member("separationBefore").number()).isEqualTo(before);
        assertThat(fork.member("follows").member("of").wholeNumber(0, 200)).isEqualTo(2);
        assertThat(root.member("unknowable").elements()).isEmpty();
        assertThat(root.member("predictions").elements()).hasSize(8);
    }

    @Test
    void namesStepsThatNobodyCanKnowAndHowItIsStepByStep() {
        assertThat(run("train --epochs 2 --quiet --set batchSize=4")).isZero();
        assertThat(carousel.output)
                .contains("unknowable  sequence 1, step 4: the clue went to another slot of the batch; batch size 1")
                .contains("/8   (at best 7)")
                .contains("margin   none: in this set-up no step needs memory")
                .contains("verdict  cannot be known")
                .contains("step by step  ");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        run("train --epochs 20 --seed 5 --csv @a.csv");
        String first = carousel.output;
        run("train --epochs 20 --seed 5 --csv @b.csv");
        assertThat(carousel.output).isEqualTo(first);
        run("train --epochs 20 --seed 6 --csv @c.csv");
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(folder.resolve("a.csv")).content().hasLineCount(21);
        assertThat(folder.resolve("c.csv")).content().hasLineCount(21);
        assertThat(Files.mismatch(folder.resolve("a.csv"), folder.resolve("c.csv")))
                .isPositive();
    }

    /** An experiment of one epoch. */
    private Path file(Task task, EngineName engine) {
        Path file = folder.resolve("one.carousel");
        ExperimentFile.write(
                file, new Experiment(task, Hyperparameters.reference().with(Settings.EPOCHS, 1), engine));
        return file;
    }

    @Test
    void trainsAFileWithItsOwnSettings() {
        Path file = file(Task.parse("tick tock ding", "tick tock tick ding"), EngineName.DL4J);
        assertThat(run("train %s --csv @a.csv", file)).isZero();
        assertThat(carousel.output)
                .startsWith(
                        """
                sequence 1
                input  expected  predicted
                tick   tock""");
        assertThat(folder.resolve("a.csv"))
                .content()
                .startsWith("epoch,loss,recall,margin,loss_1,bits,separation,separation_before\n1,")
                .hasLineCount(2);
    }

    @Test
    void trainsWithTheEngineOfTheFileUnlessToldAnother() {
        Path file = file(Task.reference(), EngineName.KERNEL);
        assertThat(run("train --epochs 1")).isZero();
        assertThat(run("train --epochs 1 --engine dl4j")).isZero();
        assertThat(run("train %s", file)).isZero();
        assertThat(run("train %s --engine dl4j", file)).isZero();
        assertThat(carousel.engines)
                .containsExactly(EngineName.KERNEL, EngineName.DL4J, EngineName.KERNEL, EngineName.DL4J);
    }

    @Test
    void setsHyperparametersByTheirNamesInTheFile() throws IOException {
        assertThat(run(
                        "train --set epochs=2 --set %s --set %s --csv @a.csv",
                        "updateInterval=whole sequence", "lossWeighting=last step"))
                .isZero();
        assertThat(folder.resolve("a.csv")).content().hasLineCount(3);
        assertThat(carousel.output).containsPattern("recall   [012]/2\n");
        assertThat(carousel.output.lines().limit(6).filter(line -> line.contains("wrong")))
                .as("only the last step of the sequence can be wrong")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void startsWithAPresetOverWhichTheOtherOptionsHold() throws IOException {
        assertThat(run("train --preset letters --epochs 2 --set hiddenUnits=3 --model @m.npz"))
                .isZero();
        assertThat(ModelFile.find(folder.resolve("m.npz")).with(Map.of()).experiment())
                .contains(Presets.preset("letters").experiment().with(all -> all.with(Settings.EPOCHS, 2)
                        .with(Settings.HIDDEN_UNITS, 3)));
        assertRefused("--preset must be one of tutorial (the loss falls, ", "train --preset none");
        assertRefused("; paper2a (remember one symbol over 100 steps); ", "train --preset none");
        assertRefused("Give a preset or a file, not both", "train @own.carousel --preset letters");
    }

    @Test
    void aTaskWithoutDecidingStepsHasNoMargin() {
        Path file = file(Task.parse("a b", "a b a"), EngineName.DL4J);
        run("train %s --csv @a.csv", file);
        assertThat(carousel.output)
                .contains("margin   none: in this set-up no step needs memory\n")
                .containsPattern(
                        "verdict  needs no memory: The input at each step alone tells what comes next, so no memory is"
                                + " needed\\. [12] of 2 steps are right\\.");
        assertThat(folder.resolve("a.csv")).content().containsPattern("\n1,[^,]+,[^,]+,,[^,]+,,,\n");
    }

    @Test
    void tellsWhereARunDivergedAndWritesWhatThereIs() {
        carousel.engine = new FakeEngine(8 + 6);
        assertThat(run("train --csv @a.csv --chart @a.svg")).isEqualTo(1);
        assertThat(carousel.errors)
                .isEqualTo("The run diverged in epoch 2, at sequence 2, step 2: its loss is no longer a number. The"
                        + " output shows the network after epoch 1. Try a smaller learning rate.\n");
        assertThat(carousel.output).startsWith("sequence 1\n").contains("\nverdict  ");
        assertThat(folder.resolve("a.csv")).content().hasLineCount(2);
        assertThat(folder.resolve("a.svg")).content().startsWith("<?xml");
    }

    @Test
    void anUnexpectedFailureIsOneLineThatNamesTheLog() throws IOException {
        carousel.verifier = new Verifier(name -> {
            throw new IllegalStateException("a mistake\nin the program");
        });
        assertThat(run("train --epochs 1 --verify --csv @a.csv")).isEqualTo(1);
        assertThat(carousel.errors)
                .startsWith("Something unexpected went wrong: a mistake in the program. For details, see the log file ")
                .containsOnlyOnce("\n")
                .endsWith("carousel.log.\n");
        assertThat(Names.in(folder)).containsExactly("a.csv");
    }

    @Test
    void showsProgressOnATerminalOnly() {
        carousel.terminal = true;
        run("train --epochs 3");
        assertThat(carousel.errors)
                .startsWith("\r\u001b[K\u001b[?7lepoch 1/3   loss 0.")
                .endsWith("\r\u001b[K");
        run("train --epochs 3 --quiet");
        assertThat(carousel.errors).isEmpty();
        carousel.terminal = false;
        run("train --epochs 3");
        assertThat(carousel.errors).isEmpty();
    }

    @Test
    void verifiesWhatTheKernelComesTo() {
        assertThat(run("train --epochs 3 --verify")).isZero();
        assertThat(carousel.output)
                .containsPattern("\n\nVerified by Deeplearning4j: largest difference \\de-1\\d\nOutputs: ")
                .contains("40 of the trained network at 8 steps")
                // How many of the 24 is a matter of time
                .containsPattern("Updates: Deeplearning4j repeated the first ")
                .endsWith("Differences up to 1e-9 are rounding.\n");
    }

    @Test
    void theJsonTellsHowTheKernelCompares() {
        assertThat(run("train --epochs 1 --verify --json")).isZero();
        assertThat(carousel.output)
                .containsPattern("\"verification\": \\{\\s+\"passes\": true,\\s+\"largestDifference\": \\d.*E-1\\d,"
                        + "\\s+\"outputs\": 40,\\s+\"updates\": \\d");
        carousel.verifier = new Verifier(CommandLineFixture::wrongKernel);
        assertThat(run("train --epochs 1 --verify")).as("a status of its own").isEqualTo(3);
        assertThat(carousel.output).contains("Differs from Deeplearning4j: largest difference ");
        assertThat(run("train --epochs 1 --verify --json")).isEqualTo(3);
        assertThat(carousel.output).contains("\"passes\": false").doesNotContain("Differs from");
        run("train --epochs 1 --json");
        assertThat(carousel.output).doesNotContain("verification");
    }

    @Test
    void everySymbolThatMayFollowCountsWhereToldSo() throws IOException {
        Files.writeString(
                folder.resolve("open.carousel"),
                """
                {"format": "carousel experiment", "version": 1,
                 "task": {"alphabet": "a b c d", "sequences": ["a b c", "a b d"]},
                 "hyperparameters": {"epochs": 400, "learningRate": 0.01}}
                """);
        assertThat(run("train @open.carousel --quiet")).isZero();
        assertThat(carousel.output).contains("/4   (at best 3)", "unknowable").doesNotContain("|");
        assertThat(run("train @open.carousel --sets --quiet")).isZero();
        assertThat(carousel.output).containsPattern("b +c\\|d +[a-d]\\|[a-d]").doesNotContain("at best", "unknowable");
        assertThat(run("train @open.carousel --sets --quiet --set output=softmax"))
                .isEqualTo(2);
        assertThat(carousel.errors).contains("With softmax");
    }
}
