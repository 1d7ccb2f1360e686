package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lab.carousel.file.disk.DataFolder;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.file.session.ResumedWork;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.file.study.KeptStudies;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.file.study.TypedStudy;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.compare.PinnedRun;
import lab.carousel.ui.file.EditedWork;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.notice.NoticeKind;
import lab.carousel.ui.project.Document;
import org.junit.jupiter.api.Test;

/** What is worked on, without any window. */
class WorkspaceTest extends WorkspaceFixture {

    private static final Message NAME = Message.of("undo.opened", "it");

    WorkspaceTest() {
        super(Experiment.reference());
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        dialogs.mayOverwrite = true;
    }

    private boolean mayLeave() {
        return workspace
                .files()
                .mayLeave(
                        () -> new EditedWork(
                                workspace.project().state().document(),
                                workspace.project().edited()),
                        List::of,
                        () -> {});
    }

    private Workspace another() {
        return open(Background.synchronous(), Experiment.reference());
    }

    @Test
    void whatIsEditedIsInTheLabAndUndone() {
        edit(withSeed(7));
        assertThat(edited()).contains(withSeed(7));
        workspace.project().undo();
        assertThat(edited()).contains(Experiment.reference());
        workspace.project().redo();
        assertThat(edited()).contains(withSeed(7));
    }

    @Test
    void whatIsLaidThereIsOneEditWithItsDocument() {
        Document document = Document.at(folder.resolve("it.carousel"), withSeed(9));
        workspace.project().open(NAME, document, withSeed(9));
        assertThat(workspace.project().state().document()).isEqualTo(document);
        assertThat(workspace.title().getValue()).contains("it.carousel");
        assertThat(workspace.project().historyProperty().get().undoName()).contains(NAME);
        workspace.project().undo();
        assertThat(workspace.project().state().document().path()).isEmpty();
        assertThat(edited()).contains(Experiment.reference());
        assertThat(workspace.project().historyProperty().get().canUndo()).isFalse();
    }

    @Test
    void whatIsTrainedIsTraced() {
        trainEpoch();
        assertThat(workspace.run().shown()).isEqualTo(workspace.run().latest());
        assertThat(workspace.traces().getTraced().snapshot())
                .isSameAs(workspace.run().shown().orElseThrow());
        assertThat(workspace.run().lookedAt().getValue())
                .isEqualTo(workspace.run().shown());
    }

    @Test
    void aSelectionThatTheNetworkDoesNotHaveIsDropped() {
        trainEpoch();
        workspace.selection().unitProperty().set(19);
        Experiment small = Experiment.reference().with(all -> all.with(Settings.HIDDEN_UNITS, 3));
        workspace.project().open(NAME, Document.untitled(small), small);
        trainEpoch();
        assertThat(workspace.selection().unitProperty().get()).isEqualTo(-1);
    }

    @Test
    void aSessionIsTheWholeWorkAndIsPutBack() {
        trainEpoch();
        PanelLayout layout = new PanelLayout(true, false, true, true, false, 300, 420, 0.5, 0.4);
        workspace.project().edit(draft -> draft.with(layout));
        workspace.screen().place().set("unit");
        workspace.selection().unitProperty().set(4);
        workspace.selection().layerProperty().set(HeatmapLayer.FORGET_GATE);
        workspace.traces().stepByStepProperty().set(true);
        PlannedLesion lesion = new PlannedLesion(Quantity.HIDDEN_STATE, 0, UnitChoice.NONE, TypedSteps.EVERYWHERE);
        workspace.project().edit(state -> state.with(List.of(lesion)));
        Session session = workspace.session();
        Path file = folder.resolve("all.carousel-session");
        SessionFile.write(file, session);
        try (Workspace other = another()) {
            other.files().open(file);
            await(other, () -> other.run().updates() == 8);
            assertThat(other.project().state().layout()).isEqualTo(layout);
            assertThat(other.screen().place().get()).isEqualTo("unit");
            assertThat(other.selection().unitProperty().get()).isEqualTo(4);
            assertThat(other.selection().layerProperty().get()).isEqualTo(HeatmapLayer.FORGET_GATE);
            assertThat(other.run().updates()).isEqualTo(8);
            assertThat(other.traces().stepByStepProperty().get()).isTrue();
            assertThat(other.session().work()).isEqualTo(session.work());
            assertThat(other.session().view()).isEqualTo(session.view());
            assertThat(other.project().historyProperty().get().past())
                    .as("one edit")
                    .hasSize(1);
            assertThat(other.project().state().lesions()).containsExactly(lesion);
            other.project().undo();
            assertThat(other.project().state().lesions()).isEmpty();
        }
    }

    @Test
    void filesAreOpenedAndSavedWithoutAWindow() {
        Path file = folder.resolve("mine.carousel");
        ExperimentFile.write(file, withSeed(5));
        workspace.files().open(file);
        assertThat(edited()).contains(withSeed(5));
        edit(withSeed(6));
        dialogs.changes = FileDialogs.Changes.SAVE;
        assertThat(mayLeave()).isTrue();
        assertThat(ExperimentFile.read(file)).isEqualTo(withSeed(6));
        assertThat(workspace.project().state().document()).isEqualTo(Document.at(file, withSeed(6)));
        workspace.project().undo();
        assertThat(workspace.project().state().document().isChanged(edited()))
                .as("the file holds what was undone")
                .isTrue();
    }

    @Test
    void rightAfterAFileIsOpenedNothingOfTheRunBeforeCanBeExported() {
        trainEpoch();
        Path file = folder.resolve("other.carousel");
        ExperimentFile.write(file, withSeed(5));
        workspace.files().open(file);
        assertThat(workspace.run().shown().map(Snapshot::experiment))
                .satisfiesAnyOf(none -> assertThat(none).isEmpty(), now -> assertThat(now)
                        .contains(withSeed(5)));
    }

    @Test
    void theLastSessionIsOfferedUntilSomethingElseIsBegun() {
        workspace.keepIn(folder);
        assertThat(workspace.notices().shownProperty().get()).isEmpty();
        edit(withSeed(9));
        workspace.close();
        try (Workspace next = another()) {
            next.keepIn(folder);
            assertThat(next.notices().shownProperty().get().orElseThrow().action())
                    .contains("Resume");
            next.notices().take();
            assertThat(next.project().edited()).contains(withSeed(9));
        }
        try (Workspace other = another()) {
            other.keepIn(folder);
            assertThat(other.notices().shownProperty().get()).isPresent();
            other.project().edit(draft -> draft.with(withSeed(10)));
            other.pulse();
            assertThat(other.notices().shownProperty().get()).isEmpty();
        }
    }

    @Test
    void whatWasThereWhenTheProgramWasKilledIsOffered() throws IOException {
        trainEpoch();
        // Nobody holds its lock
        Path sessions = Files.createDirectories(folder.resolve(DataFolder.SESSIONS));
        SessionFile.write(sessions.resolve("running-killed.carousel-session"), workspace.session());
        Files.createFile(sessions.resolve("running-killed.lock"));
        try (Workspace next = another()) {
            next.keepIn(folder);
            assertThat(next.notices().shownProperty().get().orElseThrow().words())
                    .contains("did not close properly");
            next.notices().take();
            await(next, () -> next.run().updates() == 8);
            assertThat(next.run().latest().orElseThrow().parameters())
                    .isEqualTo(network().parameters());
            assertThat(next.title().getValue()).isEqualTo("New experiment – Carousel");
        }
    }

    @Test
    void aProgramThatStartsAgainGoesOnUnasked() {
        workspace.keepIn(folder);
        trainEpoch();
        AtomicReference<ResumedWork> left = new AtomicReference<>();
        workspace.saveToResume(left::set);
        assertThat(left).as("saved, and nothing taught").hasValueSatisfying(work -> assertThat(work)
                .isEqualTo(new ResumedWork(work.session(), Optional.empty(), 1, Optional.empty())));
        edit(withSeed(9));
        workspace.close();
        try (Workspace other = another()) {
            other.keepIn(folder);
            other.project().edit(draft -> draft.with(withSeed(10)));
        }
        try (Workspace next = another()) {
            AtomicInteger told = new AtomicInteger();
            next.keepIn(folder, Optional.of(left.get().session()), told::incrementAndGet);
            assertThat(told).hasValue(1);
            await(next, () -> next.run().updates() == 8);
            assertThat(next.run().latest().orElseThrow().parameters())
                    .isEqualTo(network().parameters());
            assertThat(next.project().edited()).as("edited after it was saved").contains(withSeed(9));
            assertThat(next.notices().shownProperty().get().orElseThrow().kind())
                    .isEqualTo(NoticeKind.DONE);
        }
    }

    @Test
    void whereNothingCanBeSavedNoProgramStartsAgain() throws IOException {
        workspace.keepIn(Files.createFile(folder.resolve("no folder")));
        workspace.notices().close();
        workspace.saveToResume(work -> {
            throw new AssertionError(work);
        });
        assertThat(workspace.notices().shownProperty().get().orElseThrow().kind())
                .isEqualTo(NoticeKind.PROBLEM);
    }

    @Test
    void pinnedRunsAreAskedAboutAndAnOpenedSessionIsUnchanged() {
        trainEpoch();
        workspace.pins().show(List.of(new PinnedRun(1, network())));
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        assertThat(mayLeave()).isFalse();
        assertThat(dialogs.asked).isEqualTo("Pinned runs: 1");
        dialogs.answer = folder.resolve("all.carousel-session");
        workspace.files().save();
        assertThat(workspace.files().isChanged()).isFalse();
        try (Workspace other = another()) {
            other.files().open(dialogs.answer);
            await(other, () -> !other.pins().runs().isEmpty());
            assertThat(other.files().isChanged()).isFalse();
            other.pins().show(List.of());
            assertThat(other.files().isChanged()).isTrue();
        }
    }

    @Test
    void whatCameOfAStudyIsAskedAboutByItsTitleTogetherWithAllElseAndSavedAsOneSession() {
        Results half = Studies.results(
                Studies.study("Two seeds", Question.SEEDS, Studies.reference(2), List.of(), Study.GRID, 2), 1);
        Results one = new Results(half.plan(), half.finished().subList(0, 1));
        KeptStudy study = new KeptStudy("/somewhere/else.json", half.plan().study(), Optional.of(one));
        workspace
                .studies()
                .show(new KeptStudies(false, "own", "3", new TypedStudy(Optional.empty(), List.of()), List.of(study)));
        edit(withSeed(6));
        assertThat(mayLeave()).isFalse();
        assertThat(dialogs.asked)
                .isEqualTo("Experiment “New experiment”:\nSeed: 1 → 6\nStudy “Two seeds”: 1 of 2 runs");
        dialogs.changes = FileDialogs.Changes.SAVE;
        assertThat(mayLeave()).as("no file was chosen").isFalse();
        dialogs.answer = folder.resolve("all.carousel-session");
        assertThat(mayLeave()).isTrue();
        assertThat(SessionFile.experiment(dialogs.answer)).isEqualTo(withSeed(6));
        dialogs.asked = "";
        assertThat(mayLeave()).isTrue();
        assertThat(dialogs.asked).as("all of it is saved").isEmpty();
    }

    @Test
    void whatAPresetTakesThePlaceOfComesBackAndThatIsSaidOnlyOfWhatIsUnsaved() {
        String says = Message.text("undo.comesBack");
        workspace.choose(Preset.all().get(1));
        assertThat(workspace.notices().shownProperty().get().orElseThrow().words())
                .doesNotContain(says);
        edit(withSeed(5));
        trainEpoch();
        Document before = workspace.project().state().document();
        workspace.choose(Preset.all().get(2));
        assertThat(workspace.notices().shownProperty().get().orElseThrow().words())
                .endsWith(says);
        workspace.project().undo();
        assertThat(edited()).contains(withSeed(5));
        assertThat(workspace.project().state().document()).isEqualTo(before);
        // Its run comes back, too
        await(() -> workspace.run().updates() == 8);
        workspace.files().startAnew();
        assertThat(workspace.notices().shownProperty().get().orElseThrow().words())
                .isEqualTo(says);
    }

    @Test
    void anOfferStandsUnderNewerNotices() {
        int[] taken = {0};
        workspace.notices().offer(Message.of("notice.restartNeeded"), Message.of("notice.restart"), () -> taken[0]++);
        workspace.notices().done("saved");
        workspace.notices().close();
        assertThat(workspace.notices().shownProperty().get().orElseThrow().words())
                .isEqualTo(Message.text("notice.restartNeeded"));
        workspace.notices().take();
        assertThat(taken[0]).isEqualTo(1);
        assertThat(workspace.notices().shownProperty().get()).isEmpty();
    }
}
