package lab.carousel.ui.studies;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.study.many.Plan;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.RequiredToggleGroup;
import lab.carousel.ui.drawing.DrawingView;
import org.jspecify.annotations.Nullable;

/** The pictures of a study side by side, as many as there is room for; buttons choose which. */
final class PicturesPane extends VBox {

    /** Narrower than this a picture cannot be read from the back row. */
    private static final double LEAST_WIDTH = 520;

    private static final String SEARCH = "search-";

    private final HBox bar;
    private final HBox choice = Controls.row(4);
    private final HBox row = grow(new HBox(16));
    private final RequiredToggleGroup group = new RequiredToggleGroup();
    private final List<DrawingView> views = new ArrayList<>();
    private final Background background;
    private final IntConsumer onRun;

    private Palette palette = Palette.LIGHT;
    private List<StudyPicture> pictures = List.of();
    private String chosen = "";
    private @Nullable Plan plan;

    /**
     * A pane without pictures.
     *
     * @param background draws
     * @param onRun  is given the place of a run in the plan when it is clicked
     * @param atTheEnd stands at the right end of the buttons
     */
    PicturesPane(Background background, IntConsumer onRun, Region atTheEnd) {
        this.background = background;
        this.onRun = onRun;
        getStyleClass().add("studies-pictures");
        bar = new HBox(8, choice, Controls.spring(), atTheEnd);
        row.setMinHeight(0);
        getChildren().addAll(bar, row);
        widthProperty().addListener((observable, before, now) -> arrange());
        group.hold(now -> {
            chosen = (String) now.getUserData();
            arrange();
        });
    }

    /** Shows the pictures of a study; the choice stays where they have the same names. */
    void show(Findings findings) {
        if (plan != findings.results().plan()) {
            plan = findings.results().plan();
            // Their dots are runs of another study
            views.forEach(view -> view.show(null));
        }
        List<StudyPicture> newPictures = findings.pictures();
        List<String> names = newPictures.stream().map(StudyPicture::name).toList();
        boolean same = names.equals(pictures.stream().map(StudyPicture::name).toList());
        pictures = newPictures;
        if (!same) {
            buildChoice(names);
        }
        arrange();
    }

    private void buildChoice(List<String> names) {
        group.getToggles().clear();
        choice.getChildren().clear();
        for (StudyPicture picture : pictures) {
            ToggleButton button = new ToggleButton(name(picture.name()));
            button.setId("choose-" + picture.name());
            button.setUserData(picture.name());
            button.setAccessibleHelp(picture.chart().title());
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            choice.getChildren().add(button);
            if (picture.name().equals(chosen)) {
                button.setSelected(true);
            }
        }
        if (!names.contains(chosen) && !names.isEmpty()) {
            group.getToggles().get(0).setSelected(true);
        }
    }

    private void arrange() {
        int fitting = Math.max(1, (int) (getWidth() / LEAST_WIDTH));
        int size = Math.min(fitting, pictures.size());
        int first = Math.min(Math.max(0, index()), pictures.size() - size);
        while (views.size() > size) {
            views.remove(views.size() - 1);
            row.getChildren().remove(row.getChildren().size() - 1);
        }
        while (views.size() < size) {
            addView();
        }
        for (int place = 0; place < size; place++) {
            StudyPicture picture = pictures.get(first + place);
            show(picture, views.get(place));
            Label title =
                    (Label) ((VBox) row.getChildren().get(place)).getChildren().get(0);
            title.setText(picture.chart().title());
        }
        choice.setVisible(size < pictures.size());
    }

    private void addView() {
        DrawingView view = grow(new DrawingView(background, "picture"));
        view.setPalette(palette);
        view.setOnOpened(
                (drawn, spot) -> StudyPicture.run(drawn, spot).isPresent(),
                (drawn, spot) -> StudyPicture.run(drawn, spot).ifPresent(onRun));
        view.setMinSize(0, 0);
        Label title = styled(new Label(), "studies-picture-title");
        title.setMinHeight(USE_PREF_SIZE);
        VBox column = grow(new VBox(4, title, view));
        column.setMinWidth(0);
        // All get the same share of the row
        column.setPrefWidth(LEAST_WIDTH);
        views.add(view);
        row.getChildren().add(column);
    }

    private void show(StudyPicture picture, DrawingView view) {
        view.setId("picture-" + picture.name());
        view.setAccessibleText(picture.chart().summary());
        view.show(picture.chart());
    }

    private int index() {
        return pictures.stream().map(StudyPicture::name).toList().indexOf(chosen);
    }

    void setPalette(Palette newPalette) {
        palette = newPalette;
        views.forEach(view -> view.setPalette(newPalette));
    }

    /** What a picture is called on buttons and in menus; those of a random search are numbered by their axes. */
    static String name(String picture) {
        return picture.startsWith(SEARCH)
                ? Message.text("studyWindow.picture.search", picture.substring(SEARCH.length()))
                : Message.text("studyWindow.picture." + picture);
    }
}
