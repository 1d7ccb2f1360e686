package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Observation;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;

/** The lessons that come with the program. {@code ShippedLessonWalkTest} walks through them. */
class ShippedLessonsTest {

    private static final Path FOLDER = Path.of("assets/lessons");

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void everyFolderIsOffered() throws IOException {
        assertThat(ShippedLessons.names())
                .containsExactlyInAnyOrderElementsOf(folders().stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
    }

    @Test
    void theOnesInTheProgramAreThoseOnTheDisk() throws IOException {
        for (Path folder : folders()) {
            Lesson shipped = ShippedLessons.read(folder.getFileName().toString());
            Lesson onDisk = LessonFile.read(folder);
            assertThat(shipped.title()).isEqualTo(onDisk.title());
            assertThat(shipped.steps())
                    .extracting(step -> step.words().text())
                    .isEqualTo(onDisk.steps().stream()
                            .map(step -> step.words().text())
                            .toList());
        }
    }

    @Test
    void everyExperimentAndStudyBesideALessonOpens() throws IOException {
        List<Experiment> experiments = new ArrayList<>();
        List<String> studies = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.toString().endsWith(ExperimentFile.EXTENSION)) {
                        experiments.add(ExperimentFile.read(file));
                    } else if (file.toString().endsWith(".json")
                            && Files.readString(file).contains("\"carousel study\"")) {
                        studies.add(StudyFile.read(file).title());
                    }
                }
            }
        }
        assertThat(experiments).hasSize(4).doesNotHaveDuplicates();
        assertThat(studies).hasSize(19).doesNotContain("");
    }

    /** Places and keys of the window, and a class in one room, in English and in German. */
    private static final Pattern OF_THE_WINDOW = Pattern.compile(
            "\\bbottom\\b|[Hh]over|[Oo]n the right\\b|F[5-8]\\b(?<!\\(F5)|[Gg]roup of|arrow keys|\\bpin\\b|\\*\\*Live"
                    + "|[Tt]he class\\b|(?<!weiter )\\b[Uu]nten\\b|[Uu]nterste|Mauszeiger|\\b[Rr]echts\\b|Jede Gruppe|Pfeiltasten"
                    + "|anheften|die Klasse");

    @Test
    void whatIsReadInAPageSpeaksOfNothingThatOnlyTheWindowHas() {
        List<String> found = new ArrayList<>();
        for (Lesson original : ShippedLessons.all()) {
            for (Lesson lesson : List.of(original, original.translations().get(InLanguage.GERMAN))) {
                for (LessonStep step : lesson.steps()) {
                    String read = step.words().pageText().orElse(step.words().text()) + step.question() + step.after();
                    OF_THE_WINDOW
                            .matcher(read)
                            .results()
                            .forEach(match -> found.add(lesson.title() + ", " + step.id() + ": " + match.group()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyOneAnswersQuestionsAndSaysWhereItsNumbersComeFrom() throws IOException {
        Set<String> titles = new HashSet<>();
        for (Lesson lesson : ShippedLessons.all()) {
            assertThat(lesson.answers()).as(lesson.name()).isNotEmpty();
            assertThat(titles.add(lesson.title())).as("a title of its own").isTrue();
            assertThat(Files.readString(FOLDER.resolve(lesson.name()).resolve("README.md")))
                    .contains("java -jar");
        }
        Map<String, String> answered = new LinkedHashMap<>();
        ShippedLessons.all().forEach(lesson -> lesson.spoken()
                .answers()
                .forEach(answer -> answered.putIfAbsent(answer.question(), lesson.name())));
        assertThat(answered)
                .containsEntry("Can I compute the output from the weights?", "inside-the-cell")
                .containsEntry("Why reset?", "batch-size-and-state")
                .containsEntry("What does stateful do?", "batch-size-and-state")
                .containsEntry("Why one sequence at a time?", "batch-size-and-state")
                .containsEntry("What comes next after the last symbol?", "tutorial")
                .containsEntry("Lag of two?", "how-far-back")
                .containsEntry("Why does batch size 4 not learn?", "batch-size-and-state");
    }

    @Test
    void theNetworkOfTheTutorialHasAsManyWeightsAsTheLessonCounts() {
        assertThat(Experiment.reference().layout().size()).isEqualTo(4 * 20 * (5 + 20 + 1) + 5 * (20 + 1));
        assertThat(ShippedLessons.read("tutorial").steps())
                .anySatisfy(step -> assertThat(step.words().text()).contains("2,185 weights"));
    }

    @Test
    void noTextHasAPlaceForANumberLeft() {
        for (Lesson lesson : ShippedLessons.all()) {
            for (LessonStep step : lesson.steps()) {
                assertThat(step.words().text())
                        .as(lesson.name() + ": " + step.words().title())
                        .doesNotContain("@", "TODO");
                step.question().ifPresent(question -> assertThat(question.explanation())
                        .as(lesson.name() + ": " + step.words().title())
                        .isNotBlank()
                        .doesNotContain("@"));
            }
        }
    }

    @Test
    void everyOneAsksWhyAndWhatIsSeenAndForTermsAndCarriesOverToSomethingNew() {
        for (Lesson lesson : ShippedLessons.all()) {
            List<LessonStep> steps = lesson.steps();
            assertThat(steps).as(lesson.name()).anySatisfy(step -> assertThat(step.question())
                    .hasValueSatisfying(
                            question -> assertThat(question.asksReason()).isTrue()));
            assertThat(steps)
                    .as(lesson.name())
                    .filteredOn(step -> !step.after().observations().isEmpty())
                    .hasSizeGreaterThan(1);
            assertThat(steps)
                    .as(lesson.name())
                    .filteredOn(step -> !step.after().cards().isEmpty())
                    .hasSize(1);
            assertThat(steps.get(steps.size() - 1).after().isTransfer())
                    .as(lesson.name())
                    .isTrue();
            assertThat(steps).as(lesson.name()).noneSatisfy(step -> assertThat(step.id())
                    .startsWith("step-"));
        }
    }

    @Test
    void makeItRememberComesBeforeItsExplanationAndListsWhatWasTried() {
        List<String> names = ShippedLessons.names();
        assertThat(names.indexOf("gradient")).isEqualTo(names.indexOf("make-it-remember") + 1);
        assertThat(ShippedLessons.read("make-it-remember").steps())
                .anySatisfy(step -> assertThat(step.after().listsTries()).isTrue());
    }

    @Test
    void everyOneBeginsUntrainedAndLeavesNothingToWhatWasThere() {
        for (Lesson lesson : ShippedLessons.all()) {
            LessonStep first = lesson.steps().get(0);
            assertThat(first.setUp().isTrained()).as(lesson.name()).isFalse();
            assertThat(first.setUp().change().orElseThrow().apply(Experiment.reference()))
                    .as(lesson.name())
                    .isEqualTo(first.setUp()
                            .change()
                            .orElseThrow()
                            .apply(Presets.preset("letters").with(EngineName.KERNEL)));
        }
    }

    /** Elsewhere a class trains one run, of which alone it can be said what is right. */
    @Test
    void whereEachTrainsAnotherSeedWhatIsSeenIsReadFromTheRunAndNotFixed() {
        List<String> shares = new ArrayList<>();
        for (Lesson lesson : ShippedLessons.all()) {
            lesson.steps().stream().filter(step -> step.setUp().hasOwnSeeds()).forEach(step -> {
                shares.add(lesson.name() + " " + step.id());
                assertThat(step.after().observations())
                        .as(step.id())
                        .allMatch(asked -> asked.sight().isOpinion() || !(asked instanceof Observation.Chosen));
            });
        }
        assertThat(shares)
                .containsExactlyInAnyOrder(
                        "was-it-memory another-seed",
                        "gradient between",
                        "how-far-back thousand",
                        "lstm-1997 thousand",
                        "race transfer",
                        "a-lucky-seed one",
                        "a-lucky-seed transfer");
    }

    @Test
    void everyObservationSaysWhatItIsAbout() {
        for (Lesson lesson : ShippedLessons.all()) {
            for (LessonStep step : lesson.steps()) {
                assertThat(step.after().observations())
                        .as(lesson.name() + "/" + step.id())
                        .allMatch(asked -> asked.about().isPresent()
                                || asked instanceof Observation.Chosen own
                                        && own.right().isEmpty());
            }
        }
    }
}
