package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.StudyOutput;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.RequiredToggleGroup;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.WantedFile;

/** The list of studies on the left; on the right the one that is chosen, with all that has come of it. */
final class StudyPlace extends BorderPane {

    private static final PseudoClass HINT = PseudoClass.getPseudoClass("hint");
    private static final double LIST_WIDTH = 272;
    private static final double PICTURES_SHARE = 0.62;
    private static final double LEAST_BODY = 304;

    private final StudyWork work;
    private final StudySurroundings surroundings;
    /** Thousands of variations take a moment. */
    private final ConflatingWorker<Study, Planned> planner;

    private final StudyList list = new StudyList(ReadyMade.all(), this::choose, this::openFile);
    private final Label title = named(new Label(), "studyTitle", "place-title");
    private final Label explanation = named(new WholeLabel(), "studyExplanation");
    private final Label base = named(new Label(), "studyBase", "muted");
    private final OwnStudyForm own = new OwnStudyForm(this::plan);
    private final StudySetup setup = new StudySetup(this::plan, this::run, this::cancel, this::copyCommand);
    private final Label problem = new WholeLabel();
    private final Label empty = wrapped(named(new Label(Message.text("studyWindow.empty")), "studyEmpty", "empty"));
    private final StudyExports exports;
    private final PicturesPane pictures;
    private final StudyTablesPane tables;
    private final SplitPane body;
    private final StackPane results = grow(new StackPane());
    private final VBox study = new VBox();
    private final ScrollPane bench;

    private StudyEntry chosen = StudyEntry.own();
    private Optional<Plan> plan = Optional.empty();
    /** Whether others know what is chosen and typed. */
    private boolean isNoted;

    /**
     * A place that shows the first ready-made study.
     *
     * @param work         the studies
     * @param surroundings what the rest of the window gives
     * @param onOpen       opens an experiment in the lab
     */
    StudyPlace(StudyWork work, StudySurroundings surroundings, Consumer<Experiment> onOpen) {
        this.work = work;
        this.surroundings = surroundings;
        planner = new ConflatingWorker<>(surroundings.background(), "study plan", Planned::of, this::planned);
        exports = new StudyExports(surroundings.exporting(), surroundings.exporter());
        tables = new StudyTablesPane(onOpen);
        pictures = new PicturesPane(surroundings.background(), tables::open, exports);
        body = new SplitPane(pictures, tables);
        list.setPrefWidth(LIST_WIDTH);
        list.setMinWidth(LIST_WIDTH);
        bench = bench();
        setLeft(list);
        WindowListeners.of(this, work.service().findingsProperty(), (observable, before, now) -> show(now));
        WindowListeners.of(this, work.service().progressProperty(), (observable, before, now) -> setup.show(now));
        WindowListeners.of(this, work.service().runningProperty(), (observable, before, now) -> allow());
        WindowListeners.of(this, surroundings.edited(), (observable, before, now) -> {
            if (isOwn()) {
                plan();
            }
        });
        list.choose(ReadyMade.all().get(0).key());
        show(work.choicesProperty().get());
        WindowListeners.of(this, work.choicesProperty(), (observable, before, now) -> show(now));
    }

    private ScrollPane bench() {
        problem.setId("studyProblem");
        problem.getStyleClass().add("problem");
        // Its line is there before it says anything, so that the results do not move
        problem.setMinHeight(USE_PREF_SIZE);
        body.setOrientation(Orientation.VERTICAL);
        body.setDividerPositions(PICTURES_SHARE);
        body.setVisible(false);
        results.getChildren().setAll(empty);
        results.setMinHeight(LEAST_BODY);
        study.getChildren().setAll(title, explanation, base, setup, problem, results);
        study.getStyleClass().addAll("place", "studies-bench");
        // In a low window the results give way, not what is wrong with a field
        own.setMinHeight(USE_PREF_SIZE);
        setup.setMinHeight(USE_PREF_SIZE);
        List.of(own, base, explanation).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        empty.visibleProperty().bind(body.visibleProperty().not());
        ScrollArea scroll = styled(new ScrollArea(study), "studies-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /** Puts the study that is chosen beside the list: in a frame of its own, as each of both takes a while to be given its style. */
    void complete() {
        if (getCenter() == null && list.getSkin() != null) {
            setCenter(bench);
        }
    }

    private boolean isOwn() {
        return chosen.study().isEmpty();
    }

    private void choose(StudyEntry entry) {
        chosen = entry;
        isNoted = false;
        title.setText(entry.title());
        String words = entry.study().map(Study::explanation).orElse(Message.text("studyWindow.own.explanation"));
        explanation.setText(words);
        explanation.setVisible(!words.isEmpty());
        own.setVisible(isOwn());
        // Not before it is needed: what stands there is given its style
        if (isOwn() && own.getParent() == null) {
            study.getChildren().add(study.getChildren().indexOf(base) + 1, own);
        }
        base.setVisible(isOwn());
        setup.seeds().setText(Integer.toString(entry.study().map(Study::seeds).orElse(StudySurroundings.OWN_SEEDS)));
        work.service().show(entry.id());
        setup.show(work.service().progressProperty().get());
        plan();
    }

    /** Plans what is chosen, or says why it cannot be run. */
    private void plan() {
        isNoted = false;
        plan = Optional.empty();
        planner.forget();
        Optional<InvalidInput> wrong = Optional.empty();
        try {
            study().ifPresent(planner::ask);
        } catch (InvalidInput input) {
            wrong = Optional.of(input);
        }
        complain(wrong);
        allow();
    }

    /** The study that is chosen; empty while a field says what is wrong. */
    private Optional<Study> study() {
        Optional<Integer> seeds = setup.seeds().getValue();
        if (!isOwn()) {
            return seeds.map(chosen.study().orElseThrow()::withSeeds);
        }
        Experiment experiment =
                surroundings.edited().getValue().orElseThrow(() -> new InvalidInput("studyWindow.own.invalid"));
        base.setText(Message.text("studyWindow.own.base", words(experiment)));
        return seeds.flatMap(number -> own.valid().map(typed -> OwnStudy.of(typed, experiment, number)));
    }

    private void planned(Planned planned) {
        plan = planned.plan();
        complain(planned.problem());
        allow();
    }

    private void complain(Optional<InvalidInput> wrong) {
        problem.setText(wrong.map(InvalidInput::getMessage).orElse(""));
        problem.setVisible(wrong.isPresent());
        boolean isMissing = wrong.filter(input -> input.problem().key().equals(OwnStudy.NO_VALUES))
                .isPresent();
        problem.pseudoClassStateChanged(HINT, isMissing);
    }

    private void allow() {
        boolean isShownRunning =
                work.service().runningName().filter(chosen.id()::equals).isPresent();
        setup.allowCommand(plan.isPresent());
        setup.allow(plan.isPresent() && !work.service().isRunning(), isShownRunning);
        if (work.service().isRunning() && !isShownRunning) {
            complain(Optional.of(new InvalidInput("studyWindow.busy")));
        } else if (plan.isPresent()) {
            complain(Optional.empty());
        }
    }

    private void run() {
        plan.filter(ready -> !work.service().isRunning()).ifPresent(ready -> {
            work.service().start(chosen.id(), ready, setup.threads());
            allow();
        });
    }

    /** Of a ready-made study by its name, of another one by its file, which an own study is asked for. */
    private void copyCommand() {
        Study study = plan.orElseThrow().study();
        FileAccess fileAccess = surroundings.fileAccess();
        ReadyMade.named(chosen.id())
                .map(ReadyMade::name)
                .or(() -> chosen.kept().map(KeptStudy::id))
                .ifPresentOrElse(
                        name -> fileAccess.notices().done(copyCommand(name, study.seeds())),
                        () -> fileAccess.saveAs(
                                StudyOutput.STUDY,
                                ".json",
                                Message.text("ui.kind.study"),
                                path -> StudyFile.write(path, study),
                                saved -> Message.text("command.saved", saved.getFileName())
                                        + " "
                                        + copyCommand(saved.toString(), study.seeds()),
                                () -> {}));
    }

    private String copyCommand(String study, int seeds) {
        boolean isUsual = chosen.study().map(Study::seeds).orElse(seeds) == seeds;
        String folder = study.replaceAll(".*[/\\\\]|\\.\\w+$", "");
        return surroundings
                .exporter()
                .copyCommand(CommandText.study(study, isUsual ? OptionalInt.empty() : OptionalInt.of(seeds), folder));
    }

    private void cancel() {
        work.service().cancel();
    }

    private void show(Optional<Findings> findings) {
        body.setVisible(findings.isPresent());
        if (findings.isPresent() && body.getParent() == null) {
            results.getChildren().add(body);
        }
        exports.show(findings);
        findings.ifPresent(found -> {
            pictures.show(found);
            tables.show(found);
        });
    }

    private void openFile() {
        surroundings.fileAccess().choose(WantedFile.STUDY, this::open);
    }

    private void open(Path file) {
        surroundings
                .fileAccess()
                .read(
                        file,
                        progress -> StudyFile.read(file, progress),
                        study -> list.add(StudyEntry.of(new KeptStudy(file.toString(), study, Optional.empty()))));
    }

    private KeptStudies typed() {
        return new KeptStudies(false, chosen.id(), setup.seeds().getText(), own.typed(), list.opened());
    }

    /** Lets others know what is chosen and typed here, if that has changed. */
    void note() {
        if (!isNoted) {
            isNoted = true;
            work.choicesProperty().set(typed());
        }
    }

    /** Shows what was chosen and typed, with the tables and pictures that there are. */
    private void show(KeptStudies choices) {
        if (choices.equals(typed())) {
            return;
        }
        choices.studies().stream()
                .filter(study -> !list.opened().contains(study))
                .map(StudyEntry::of)
                .forEach(list::add);
        own.show(choices.own());
        list.choose(choices.chosen());
        // Also if it was chosen before
        choose(chosen);
        setup.seeds().setText(choices.seeds());
    }

    void setPalette(Palette palette) {
        pictures.setPalette(palette);
    }

    /** Stops what runs in the background. */
    void close() {
        planner.close();
    }

    /** What tells the experiments most apart that a study can vary. */
    private static String words(Experiment experiment) {
        Hyperparameters settings = experiment.hyperparameters();
        return Message.text(
                "studyWindow.base",
                Message.text("hyperparameters.cell." + settings.get(Settings.CELL)),
                settings.get(Settings.HIDDEN_UNITS),
                settings.get(Settings.EPOCHS),
                settings.get(Settings.LEARNING_RATE),
                Message.text("toolbar.engine." + experiment.engine().name()),
                Long.toString(settings.get(Settings.SEED)));
    }

    /** The plan of a study, or why it cannot be run. */
    private record Planned(Optional<Plan> plan, Optional<InvalidInput> problem) {

        static Planned of(Study study) {
            try {
                return new Planned(Optional.of(Plan.of(study)), Optional.empty());
            } catch (InvalidInput problem) {
                return new Planned(Optional.empty(), Optional.of(problem));
            }
        }
    }

    /** The studies that can be chosen: an own one, those from files, and the ready-made ones by what they ask. */
    static final class StudyList extends ScrollArea {

        private static final double TITLE_WIDTH = 216;

        private final VBox all = styled(new VBox(), "studies-entries");
        private final VBox files = styled(new VBox(), "studies-entries");
        private final RequiredToggleGroup group = new RequiredToggleGroup();

        /**
         * A list of which nothing is chosen.
         *
         * @param ready    the ready-made studies
         * @param onChosen is given what is chosen
         * @param onOpen   opens a file
         */
        StudyList(List<ReadyMade> ready, Consumer<StudyEntry> onChosen, Runnable onOpen) {
            setId("studyList");
            getStyleClass().add("studies-list");
            Button open = stretch(acting(named(new Button(Message.text("studyWindow.openFile")), "openStudy"), onOpen));
            Tip.put(open, Message.text("studyWindow.openFile.tip"));
            all.getChildren().addAll(heading("own"), button(StudyEntry.own()), files, open);
            for (Question question : Question.values()) {
                all.getChildren().add(heading(question.name()));
                ready.stream()
                        .filter(study -> study.study().question() == question)
                        .map(study ->
                                button(StudyEntry.of(new KeptStudy(study.key(), study.study(), Optional.empty()))))
                        .forEach(all.getChildren()::add);
            }
            group.hold(chosen -> onChosen.accept((StudyEntry) chosen.getUserData()));
            setContent(all);
        }

        private static Label heading(String key) {
            return wrapped(styled(new Label(Message.text("studyWindow.group." + key)), "studies-heading"));
        }

        private ToggleButton button(StudyEntry entry) {
            // Not a label, whose height inside a button would be that of its narrowest form
            Text title = styled(new Text(entry.title()), "studies-entry-title");
            title.setWrappingWidth(TITLE_WIDTH);
            Label size = styled(new Label(entry.size()), "muted");
            VBox words = new VBox(title, size);
            ToggleButton button = stretch(styled(new ToggleButton(), "studies-entry"));
            button.setGraphic(words);
            button.setId("study-" + entry.id().toLowerCase(Locale.ROOT));
            button.setAccessibleText(entry.title() + ", " + entry.size());
            button.setUserData(entry);
            button.setToggleGroup(group);
            return button;
        }

        /** Adds a study from a file, in the place of one of the same id, and chooses it. */
        void add(StudyEntry entry) {
            ToggleButton button = button(entry);
            List<Toggle> same = group.getToggles().stream()
                    .filter(toggle -> toggle != button
                            && ((StudyEntry) toggle.getUserData()).id().equals(entry.id()))
                    .toList();
            files.getChildren().add(button);
            group.selectToggle(button);
            same.forEach(toggle -> {
                files.getChildren().remove((ToggleButton) toggle);
                group.getToggles().remove(toggle);
            });
        }

        /** The studies from files, in the order in which they were added. */
        List<KeptStudy> opened() {
            return files.getChildren().stream()
                    .map(button -> ((StudyEntry) button.getUserData()).kept().orElseThrow())
                    .toList();
        }

        void choose(String id) {
            group.getToggles().stream()
                    .filter(toggle -> ((StudyEntry) toggle.getUserData()).id().equals(id))
                    .findFirst()
                    .ifPresent(group::selectToggle);
        }
    }
}
