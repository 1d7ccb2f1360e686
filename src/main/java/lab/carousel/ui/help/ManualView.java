package lab.carousel.ui.help;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Target;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The manual: a search box over the contents or the hits, and beside it the page that is read. */
final class ManualView extends BorderPane implements HitView.Actions {

    private static final double SIDE_WIDTH = 240;

    /** What the manual asks of the window that shows it. */
    interface Surroundings {

        /** Begins a lesson at one of its steps, counted from 1. */
        void open(Lesson lesson, int step);

        /** Puts the manual away. */
        void close();
    }

    private final ManualSearch search;
    private final Surroundings surroundings;
    private final TextField field = new TextField();
    private final Contents contents;
    private final HitList hits;
    private final PageView page = new PageView(this::open);
    private final Label title = new Label();
    private final Button back = button("manualBack", Feather.ARROW_LEFT, "help.back");
    private final Button forward = button("manualForward", Feather.ARROW_RIGHT, "help.forward");
    private Manual manual;
    private Trail trail;
    /** Whether a page is shown as a whole. */
    private boolean isBegun;

    /**
     * A manual, in which no page is shown yet.
     *
     * @param search in it
     */
    ManualView(Manual manual, ManualSearch search, Surroundings surroundings) {
        this.manual = manual;
        this.search = search;
        this.surroundings = surroundings;
        setId("manual");
        getStyleClass().add("manual");
        contents = new Contents(manual, this::open);
        hits = new HitList(manual, this, this::search);
        buildField();
        VBox side = new VBox(field, new StackPane(contents, hits));
        VBox.setVgrow(side.getChildren().get(1), Priority.ALWAYS);
        side.getStyleClass().add("manual-side");
        side.setPrefWidth(SIDE_WIDTH);
        side.setMinWidth(SIDE_WIDTH);
        setLeft(side);
        VBox right = new VBox(head(), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        setCenter(right);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        trail = Trail.from(Target.page(manual.pages().get(0).name()));
        showHits("");
    }

    /** Shows what stands where, before there is a page. */
    void showContents() {
        contents.show(manual.pages().get(0));
        if (PageView.isOpen(contents)) {
            contents.applyCss();
            contents.layout();
        }
    }

    /** Shows the next piece of the first page, unless a page is shown as a whole; gives whether there is more. */
    boolean showMore() {
        if (isBegun) {
            return false;
        }
        ManualPage first = manual.pages().get(0);
        showHead(first);
        isBegun = !page.showMore(manual, first);
        return !isBegun;
    }

    private void buildField() {
        field.setId("manualSearch");
        field.setPromptText(Message.text("help.search.prompt"));
        field.setAccessibleText(Message.text("help.search"));
        Tip.put(field, Message.text("help.search.tip"));
        field.textProperty().addListener((observable, before, now) -> showHits(now));
        field.setOnAction(event -> hits.open());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                hits.move(event.getCode() == KeyCode.UP ? -1 : 1);
                event.consume();
            }
        });
    }

    private HBox head() {
        back.setOnAction(event -> walk(trail.leftAt(page.getVvalue()).back()));
        forward.setOnAction(event -> walk(trail.leftAt(page.getVvalue()).forward()));
        title.setId("manualTitle");
        title.getStyleClass().add("muted");
        HBox head = new HBox(4, back, forward, title);
        head.getStyleClass().add("manual-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Button button(String id, Feather icon, String key) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Message.text(key));
        Tip.put(button, Message.text(key + ".tip"));
        return button;
    }

    private void showHits(String words) {
        boolean isSearching = !words.isBlank();
        contents.setVisible(!isSearching);
        hits.setVisible(isSearching);
        if (isSearching) {
            hits.show(words, search.find(words));
        }
    }

    /** Looks for some words. */
    void search(String words) {
        field.setText(words);
        field.requestFocus();
        field.end();
    }

    /** Puts the keyboard into the search box. */
    void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }

    /** Puts the keyboard where the arrow keys and Page down move the page. */
    void focusPage() {
        page.requestFocus();
    }

    /** Puts another page in the place of the one of its name. */
    void replace(ManualPage newPage) {
        manual = manual.with(newPage);
    }

    @Override
    public void open(Target target) {
        if (manual.has(target)) {
            walk(trail.leftAt(page.getVvalue()).to(target));
        }
    }

    @Override
    public void open(Lesson lesson, int step) {
        surroundings.open(lesson, step);
    }

    private void walk(Trail newTrail) {
        trail = newTrail;
        show();
    }

    private void showHead(ManualPage shown) {
        title.setText(shown.title());
        back.setDisable(!trail.canGoBack());
        forward.setDisable(!trail.canGoForward());
    }

    private void show() {
        isBegun = true;
        Trail.Visit visit = trail.now();
        ManualPage shown = manual.page(visit.target().page()).orElseThrow();
        page.show(manual, shown);
        contents.show(shown);
        showHead(shown);
        if (visit.scroll() >= 0) {
            page.scrollTo(visit.scroll());
        } else {
            page.scrollTo(visit.target().anchor());
        }
    }

    private void onKey(KeyEvent event) {
        boolean used = true;
        if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            back.fire();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            forward.fire();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            focusSearch();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            escape();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void escape() {
        if (field.getText().isEmpty()) {
            surroundings.close();
        } else {
            field.clear();
        }
    }
}
