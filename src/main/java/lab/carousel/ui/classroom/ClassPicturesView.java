package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.lesson.answers.Pool;
import lab.carousel.lesson.answers.PooledRun;
import lab.carousel.lesson.answers.TrainedNetwork;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.operation.ChoiceButtons;

/** What came in from the class, large: the votes, the runs of all, and a run that is chosen of these beside the one on the wall. */
final class ClassPicturesView extends VBox implements AutoCloseable {

    private final Background background;
    private final Supplier<Optional<TrainedNetwork>> wall;
    private final VBox pictures = styled(new VBox(), "class-pictures");
    private final List<DrawingView> drawn = new ArrayList<>();
    private final Label none =
            named(new WholeLabel(Message.text("class.pictures.none")), "classPicturesNone", "class-choices");
    private final DropDown<Optional<PooledRun>> runs = named(new DropDown<>(), "classRun");
    private final ChoiceButtons<StudentNetwork.View> views = new ChoiceButtons<>(
            "classView",
            StudentNetwork.View.AFTER_FORK,
            view -> Message.text(view.name),
            view -> Message.text("class.view.tip"));
    private final StudentNetwork network;
    private List<ClassPicture> shown = List.of();
    private Palette palette = Palette.LIGHT;

    /** @param wall the network on the wall */
    ClassPicturesView(Background background, Supplier<Optional<TrainedNetwork>> wall, Runnable onHide) {
        this.background = background;
        this.wall = wall;
        styled(this, "class-asked-view");
        network = new StudentNetwork(background);
        views.offer(List.of(StudentNetwork.View.values()));
        runs.says(ClassPicturesView::words);
        runs.setAccessibleText(Message.text("class.runs.choose"));
        runs.getItems().setAll(List.of(Optional.empty()));
        runs.getSelectionModel().selectFirst();
        runs.valueProperty().addListener((observable, before, now) -> showNetwork());
        views.valueProperty().addListener((observable, before, now) -> showNetwork());
        Label whose = Controls.label("class.runs.choose");
        whose.setLabelFor(runs);
        getChildren()
                .addAll(
                        none,
                        grow(new StackPane(pictures, network)),
                        Controls.row(
                                8,
                                whose,
                                runs,
                                views,
                                Controls.spring(),
                                Controls.button("classPicturesHide", "class.pictures.hide", onHide, "accent")));
        showNetwork();
    }

    private static String words(Optional<PooledRun> run) {
        return run.map(it -> Message.text(
                        "class.runs.run",
                        it.seed(),
                        it.run().result().right(),
                        it.run().result().steps(),
                        Message.text("verdict." + it.run().result().verdict() + ".name")))
                .orElseGet(() -> Message.text("class.runs.all"));
    }

    void show(List<ClassPicture> now, Optional<Pool> pool, Palette newPalette) {
        palette = newPalette;
        List<Optional<PooledRun>> offered = Stream.concat(
                        Stream.of(Optional.<PooledRun>empty()),
                        pool.stream()
                                .flatMap(it -> it.runs().stream())
                                // Not in the order in which they came, which would tell whose they are
                                .sorted(Comparator.comparingLong(PooledRun::seed))
                                .map(Optional::of))
                .toList();
        if (!offered.equals(runs.getItems())) {
            Optional<Long> before = chosen().map(PooledRun::seed);
            runs.getItems().setAll(offered);
            runs.setValue(offered.stream()
                    .filter(run -> run.map(PooledRun::seed).equals(before))
                    .findFirst()
                    .orElse(Optional.empty()));
        }
        runs.setDisable(offered.size() == 1);
        if (!now.equals(shown) || drawn.isEmpty()) {
            shown = now;
            draw();
        }
        drawn.forEach(view -> view.setPalette(palette));
        showNetwork();
    }

    /** Empty for all; while other runs are offered nothing is chosen. */
    private Optional<PooledRun> chosen() {
        return Optional.ofNullable(runs.getValue()).flatMap(run -> run);
    }

    private void draw() {
        drawn.clear();
        pictures.getChildren().clear();
        for (ClassPicture picture : shown) {
            DrawingView view = grow(new DrawingView(background, "classPicture" + (drawn.size() + 1)));
            view.setMinSize(0, 0);
            view.show(picture.drawing());
            view.setAccessibleText(picture.words());
            drawn.add(view);
            Label title =
                    named(new WholeLabel(picture.title()), "classPictureTitle" + drawn.size(), "class-picture-title");
            pictures.getChildren().addAll(title, view);
        }
    }

    private void showNetwork() {
        Optional<PooledRun> run = chosen();
        pictures.setVisible(run.isEmpty());
        network.setVisible(run.isPresent());
        views.setDisable(run.isEmpty());
        Controls.show(none, shown.isEmpty() && run.isEmpty());
        run.ifPresent(chosen -> network.show(views.valueProperty().get(), wall.get(), chosen, palette));
    }

    @Override
    public void close() {
        network.close();
    }
}
