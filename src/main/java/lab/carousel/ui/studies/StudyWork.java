package lab.carousel.ui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.engine.Engine;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.model.EngineName;
import lab.carousel.study.many.Study;
import lab.carousel.ui.background.Background;

/** The studies that are run, opened and put together, whether a window shows them or not. Used on the JavaFX thread. */
public final class StudyWork implements AutoCloseable {

    private final StudyService service;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    /** Made when studies are first looked at or opened: the ready-made ones take a while, which no start need wait for. */
    private Optional<ObjectProperty<KeptStudies>> choices = Optional.empty();

    private boolean isPrepared;

    /**
     * No studies yet.
     *
     * @param background works out what the screen shows
     * @param engines    gives the engine of a name
     * @param onFailure  is told what went wrong unexpectedly in a study
     */
    public StudyWork(Background background, Function<EngineName, Engine> engines, Consumer<Throwable> onFailure) {
        service = new StudyService(background, engines, background.nanoTime(), onFailure);
    }

    /** From now on the ready-made studies are made. */
    void prepared() {
        isPrepared = true;
    }

    /** Whether nobody need wait until the ready-made studies are made. */
    boolean isPrepared() {
        return isPrepared;
    }

    StudyService service() {
        return service;
    }

    /** Whether the studies are shown, over the lab. */
    BooleanProperty shownProperty() {
        return shown;
    }

    /** What is chosen and typed, and the studies from files in the order in which they were opened. */
    ObjectProperty<KeptStudies> choicesProperty() {
        if (choices.isEmpty()) {
            Study first = ReadyMade.all().get(0).study();
            KeptStudies initial = new KeptStudies(
                    false,
                    ReadyMade.all().get(0).key(),
                    Integer.toString(first.seeds()),
                    OwnStudyForm.NOTHING,
                    List.of());
            choices = Optional.of(new SimpleObjectProperty<>(this, "choices", initial));
        }
        return choices.get();
    }

    /** Looks how far things are. Called at every frame. */
    public void pulse() {
        service.pulse();
    }

    public void setPalette(Palette palette) {
        service.setPalette(palette);
    }

    /** What is held here; empty if nothing was run, opened or put together. */
    public Optional<KeptStudies> now() {
        return choices.isEmpty() && service.kept().isEmpty()
                ? Optional.empty()
                : now(choicesProperty().get());
    }

    private Optional<KeptStudies> now(KeptStudies now) {
        List<KeptStudy> run = service.kept();
        Set<String> ids = run.stream().map(KeptStudy::id).collect(Collectors.toSet());
        Stream<KeptStudy> opened = now.studies().stream().filter(study -> !ids.contains(study.id()));
        List<KeptStudy> all = Stream.concat(opened, run.stream()).toList();
        boolean isAny = !all.isEmpty() || !now.own().equals(OwnStudyForm.NOTHING);
        return isAny
                ? Optional.of(new KeptStudies(shown.get(), now.chosen(), now.seeds(), now.own(), all))
                : Optional.empty();
    }

    /** Shows what was kept; nothing is trained. */
    public void show(KeptStudies kept) {
        kept.studies().forEach(service::restore);
        List<KeptStudy> opened = new ArrayList<>(choicesProperty().get().studies());
        kept.studies().stream().filter(study -> !StudyEntry.isFixed(study.id())).forEach(study -> {
            opened.removeIf(before -> before.id().equals(study.id()));
            opened.add(new KeptStudy(study.id(), study.study(), Optional.empty()));
        });
        choicesProperty().set(new KeptStudies(false, kept.chosen(), kept.seeds(), kept.own(), opened));
        shown.set(kept.shown());
    }

    /** Stops what is being run. */
    @Override
    public void close() {
        service.close();
    }
}
