package lab.carousel.lesson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Language;

/**
 * A lesson: steps taken one after the other, beside the running program.
 *
 * @param name folder or file name; unique among the open lessons
 * @param minutes a class needs, about
 * @param aim what it is for, in a sentence
 * @param answers questions of readers that it answers, for search
 * @param steps at least one
 * @param pictures files of a kind that JavaFX reads, by the names in the texts
 * @param translations the same steps in other languages
 */
public record Lesson(
        String name,
        String title,
        int minutes,
        String summary,
        String aim,
        List<ReaderQuestion> answers,
        List<LessonStep> steps,
        Map<String, byte[]> pictures,
        Map<Language, Lesson> translations) {

    private static final int VERSION_BYTES = 4;

    public Lesson {
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
        pictures = Map.copyOf(pictures);
        translations = Map.copyOf(translations);
    }

    /**
     * Version of the questions: another text, choice or order of steps gives another one. The first eight hexadecimal
     * digits of the SHA-256 of the questions as written; translations have their own.
     */
    public String version() {
        StringBuilder asked = new StringBuilder();
        for (LessonStep step : steps) {
            asked.append(step.id()).append('\n');
            step.question().ifPresent(question -> asked.append(question.text())
                    .append(question.choices())
                    .append(question.right())
                    .append('\n'));
            step.after().observations().forEach(observation -> asked.append(observation)
                    .append('\n'));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asked.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The step, counted from 0, in which the class finds out how the network does step by step: until its question is answered
     * that is not shown beside how it does as trained. Empty if there is none.
     */
    public OptionalInt comparingStep() {
        return IntStream.range(0, steps.size())
                .filter(at -> steps.get(at).question().isPresent()
                        && steps.get(at).needs().stream().anyMatch(Need.StepByStepShown.class::isInstance))
                .findFirst();
    }

    /** The experiment that each step finds if nothing but the lesson changes it. */
    public List<Experiment> experiments() {
        List<Experiment> experiments = new ArrayList<>();
        Experiment experiment = Experiment.reference();
        for (LessonStep step : steps) {
            experiment = step.setUp().change().orElse(UnaryOperator.identity()).apply(experiment);
            experiments.add(experiment);
        }
        return experiments;
    }

    /** Rules of a step, counted from 0. */
    public StepRules rules(int at) {
        return StepRules.of(this, at);
    }

    /**
     * What holds while the edited experiment is the one of which a step, counted from 0, says what is right: task and
     * hyperparameters are as they were set up last, but for what has been asked for since.
     */
    public List<Condition> ownRun(int step) {
        int from = step;
        while (from > 0 && steps.get(from).setUp().change().isEmpty()) {
            from--;
        }
        Map<String, Condition> wanted = new LinkedHashMap<>();
        Experiment experiment = experiments().get(step);
        wanted.put(Situation.TASK, Condition.is(Situation.TASK, experiment.task()));
        Settings.ALL.forEach(setting -> wanted.put(
                setting.name(), Condition.is(setting.name(), setting.written(experiment.hyperparameters()))));
        steps.subList(from, step + 1).stream()
                .flatMap(each -> each.needs().stream())
                .flatMap(need -> need.conditions().stream())
                .forEach(condition -> {
                    wanted.replace(condition.reads(), condition);
                    if (condition.value().equals(Situation.SAME)) {
                        // There are two ways to it, and the lesson takes either
                        wanted.keySet().removeAll(Set.of(Settings.RESET_POLICY.name(), Settings.BATCH_SIZE.name()));
                    }
                });
        return wanted.values().stream().filter(Condition::isOfOneValue).toList();
    }

    public Lesson with(Map<Language, Lesson> newTranslations) {
        return new Lesson(name, title, minutes, summary, aim, answers, steps, pictures, newTranslations);
    }

    /** The translation into the current language; this lesson if there is none. */
    public Lesson spoken() {
        return translations.getOrDefault(Language.current(), this);
    }
}
