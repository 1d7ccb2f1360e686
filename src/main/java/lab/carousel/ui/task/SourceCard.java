package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.wrapped;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import lab.carousel.task.PaperTask;
import lab.carousel.task.PaperTask.Kind;
import lab.carousel.task.Task;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Pills;
import lab.carousel.ui.controls.Tip;

/** A task whose sequences are drawn: which one, how large, what its sequences look like, and some of them. */
final class SourceCard extends DraftCard<SourceDraft> {

    private final Pills<Kind> kinds = new Pills<>(List.of(Kind.values()), SourceCard::pill);
    private final NumberLine p =
            number("p", new LogScale(PaperTask.MIN_P, PaperTask.MAX_P), text -> change(draft -> draft.withP(text)));
    private final NumberLine q =
            number("q", new LogScale(0, PaperTask.MAX_Q), text -> change(draft -> draft.withQ(text)));
    private final Label words = new WrappedLabel("sourceWords", "source-words");
    private final Label size = new WrappedLabel("sourceSize", "editor-note");
    private final VBox example = styled(new VBox(), "source-card");

    /**
     * A card.
     *
     * @param onChange is given what was made of what is shown
     * @param onKeep what is done to make a list of the sample
     */
    SourceCard(Consumer<SourceDraft> onChange, Runnable onKeep) {
        super("source", onChange);
        kinds.valueProperty().addListener((observable, before, kind) -> change(draft -> draft.withKind(kind)));
        Button keep = button("keepAsList", "editor.source.keep", onKeep);
        example.getChildren().addAll(size, note("editor.source.sample"), sample, note("editor.source.fresh"), keep);
        fill(new VBox(kinds, words, p, q, example));
    }

    private static NumberLine number(String name, LogScale scale, Consumer<String> onTyped) {
        return new NumberLine("source-" + name, name, Message.text("editor.source." + name + ".tip"), scale, onTyped);
    }

    private static ToggleButton pill(Kind kind) {
        ToggleButton pill = grow(stretch(named(new ToggleButton(kind.paperName()), "source-" + kind.paperName())));
        Tip.put(pill, Message.text("editor.source." + kind.name() + ".title"));
        return pill;
    }

    @Override
    void show(SourceDraft now) {
        kinds.choose(now.kind());
        p.show(now.p(), now.pProblem());
        q.show(now.q(), now.qProblem());
        Controls.show(q, now.kind().hasQ());
        words.setText(Message.text("editor.source." + now.kind().name() + ".words"));
        Optional<PaperTask> source = now.source();
        example.setVisible(source.isPresent());
        source.ifPresent(this::showExample);
    }

    private void showExample(PaperTask source) {
        Task task = Task.drawn(source);
        size.setText(Message.text(
                "editor.source." + source.kind().name() + ".size",
                source.p() - 1,
                source.q(),
                source.shortestSteps(),
                task.alphabet().size(),
                source.outputs()));
        sample.getChildren()
                .setAll(task.sequences().stream().map(SampleLine::new).toList());
    }

    private static Label note(String key) {
        return wrapped(styled(new Label(Message.text(key)), "editor-note"));
    }
}
