package lab.carousel.ui.lesson;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.classroom.LiveClass;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.Audience;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.training.Pace;
import lab.carousel.training.PausedRun;
import lab.carousel.ui.project.ProjectState;
import org.jspecify.annotations.Nullable;

/** The lesson that is taught, if one is: it goes on in whatever window shows it. */
public final class CurrentLesson {

    /**
     * What was there before a lesson.
     *
     * @param state all that was edited, valid or not
     * @param place the place of the microscope, by its key
     * @param run   what was trained; empty if nothing was
     */
    public record Before(ProjectState state, String place, Pace pace, Optional<PausedRun> run) {}

    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(this, "audience", Audience.ALONE);
    private final ObjectProperty<Optional<LiveClass>> live = new SimpleObjectProperty<>(this, "live", Optional.empty());
    private Optional<LessonProgress> progress = Optional.empty();
    private Optional<Before> before = Optional.empty();
    /** Lessons that were left with answers in them, by their names. */
    private final Map<String, LessonProgress> left = new LinkedHashMap<>();
    /** The answers in the session that was opened, by the ids of their lessons. */
    private final Map<String, AnswerSheet> restored = new LinkedHashMap<>();

    private Consumer<AnswerSheet> onRestored = last -> {};
    /** The answers that were saved, by the ids of their lessons. */
    private final Map<String, AnswerSheet> saved = new HashMap<>();

    public Optional<LessonProgress> progress() {
        return progress;
    }

    /** Who takes this lesson and the next ones. */
    public ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    /** The class whose phones answer, while it is open. */
    public ObjectProperty<Optional<LiveClass>> liveProperty() {
        return live;
    }

    void begin(LessonProgress begun) {
        progress = Optional.of(begun);
        live.get().ifPresent(open -> open.teach(progress.map(LessonProgress::original)));
    }

    /** Leaves the lesson; its answers are kept until they are thrown away. */
    void end() {
        progress.filter(LessonProgress::isAnyAnswered)
                .ifPresent(going -> left.put(going.original().name(), going));
        progress = Optional.empty();
    }

    /** The lesson as it was left, if there are answers in it, or the open class was in it before, and it asks the same still. */
    Optional<LessonProgress> left(Lesson lesson) {
        return Optional.ofNullable(left.get(lesson.name()))
                .filter(kept -> kept.original().version().equals(lesson.version()))
                .map(kept -> new LessonProgress(lesson, kept))
                .or(() -> Stream.concat(
                                restored.values().stream(), live.get().flatMap(open -> open.reached(lesson)).stream())
                        .flatMap(sheet -> sheet.goOn(lesson).stream())
                        .reduce((earlier, last) -> last));
    }

    /** The answers as kept in sessions; those of the lesson that is taught come last. */
    public List<AnswerSheet> sheets() {
        Map<String, AnswerSheet> all = new LinkedHashMap<>(restored);
        answered().forEach(each -> {
            all.remove(each.id());
            all.put(each.id(), AnswerSheet.of(each, AnswersFile.program()).at(each.reached()));
        });
        return List.copyOf(all.values());
    }

    /** Takes over the answers of a session that was opened: lessons not begun since go on with them. */
    public void restore(List<AnswerSheet> sheets) {
        sheets.forEach(this::goOnAt);
        if (!sheets.isEmpty()) {
            onRestored.accept(sheets.get(sheets.size() - 1));
        }
    }

    /** A lesson not begun since goes on there. */
    public void goOnAt(AnswerSheet sheet) {
        restored.put(sheet.from().id(), sheet);
    }

    /** Offers the lesson with the last answers of a session that is opened. */
    public void onRestored(Consumer<AnswerSheet> offer) {
        onRestored = offer;
    }

    void throwAway(Lesson lesson) {
        left.remove(lesson.name());
        restored.values().removeIf(sheet -> sheet.goOn(lesson).isPresent());
    }

    /** The lessons with answers that were not saved, or not since. */
    public List<LessonProgress> unsaved() {
        return answered().stream()
                .filter(each -> !AnswerSheet.of(each, "").answers().equals(answersIn(saved.get(each.id()))))
                .toList();
    }

    private Collection<LessonProgress> answered() {
        Map<String, LessonProgress> all = new LinkedHashMap<>(left);
        progress.filter(LessonProgress::isAnyAnswered).ifPresent(going -> {
            all.remove(going.original().name());
            all.put(going.original().name(), going);
        });
        return all.values();
    }

    private static Map<String, StepAnswers> answersIn(@Nullable AnswerSheet sheet) {
        return sheet == null ? Map.of() : sheet.answers();
    }

    public void saved(AnswerSheet sheet) {
        saved.put(sheet.from().id(), sheet);
    }

    public Optional<Before> before() {
        return before;
    }

    public void remember(Before kept) {
        before = Optional.of(kept);
    }

    public void forget() {
        before = Optional.empty();
    }
}
