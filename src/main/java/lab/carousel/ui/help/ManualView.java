package lab.carousel.ui.help;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
import lab.carousel.manual.Chapter;
import lab.carousel.manual.ChapterEntry;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.search.Hit;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The manual: a search box over the contents or the hits, and beside it the page that is read. */
final class ManualView extends BorderPane implements HitView.Actions {

    private static final double SIDE_WIDTH = 240;

    private final ConflatingWorker<String, Found> search;
    private final BiConsumer<Lesson, Integer> onLesson;
    private final Runnable onClose;
    private final TextField field = explained(named(new TextField(), "manualSearch"), "help.search");
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

    /** The words whose hits are shown. */
    private String searched = "";

    /** Whether the first hit is opened as soon as it is found. */
    private boolean isWanted;

    private record Found(String words, List<Hit<ManualHit>> hits) {}

    /**
     * @param background searches, which may take long on a busy machine
     * @param onLesson   is given a lesson that shall begin, and its step, counted from 1
     */
    ManualView(
            Background background,
            Manual manual,
            ManualSearch search,
            BiConsumer<Lesson, Integer> onLesson,
            Runnable onClose) {
        this.manual = manual;
        this.search = new ConflatingWorker<>(
                background, "manual search", words -> new Found(words, search.find(words)), this::show);
        this.onLesson = onLesson;
        this.onClose = onClose;
        setId("manual");
        getStyleClass().add("manual");
        contents = new Contents(manual, this::open);
        hits = new HitList(manual, this, this::search);
        buildField();
        VBox side = styled(new VBox(field, new StackPane(contents, hits)), "manual-side");
        VBox.setVgrow(side.getChildren().get(1), Priority.ALWAYS);
        side.setPrefWidth(SIDE_WIDTH);
        side.setMinWidth(SIDE_WIDTH);
        setLeft(side);
        VBox right = new VBox(head(), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        setCenter(right);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        trail = Trail.from(LinkTarget.page(manual.pages().get(0).name()));
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
        field.setPromptText(Message.text("help.search.prompt"));
        field.textProperty().addListener((observable, before, now) -> showHits(now));
        field.setOnAction(event -> {
            isWanted = true;
            openWanted();
        });
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
        return styled(Controls.row(4, back, forward, title), "manual-head");
    }

    private static Button button(String id, Feather icon, String key) {
        Button button = named(new Button(null, new FontIcon(icon)), id, "flat", "button-icon");
        button.setAccessibleText(Message.text(key));
        Tip.put(button, Message.text(key + ".tip"));
        return button;
    }

    private void showHits(String words) {
        boolean isSearching = !words.isBlank();
        contents.setVisible(!isSearching);
        hits.setVisible(isSearching);
        isWanted = false;
        if (isSearching) {
            search.ask(words);
        }
    }

    private void show(Found found) {
        searched = found.words;
        hits.show(found.words, found.hits);
        openWanted();
    }

    private void openWanted() {
        if (isWanted && searched.equals(field.getText())) {
            isWanted = false;
            hits.open();
        }
    }

    /** Ends what goes on in the background. */
    void close() {
        search.close();
    }

    void search(String words) {
        field.setText(words);
        field.requestFocus();
        field.end();
    }

    void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }

    /** Puts the keyboard where the arrow keys and Page down move the page. */
    void focusPage() {
        page.requestFocus();
    }

    void replace(ManualPage newPage) {
        manual = manual.with(newPage);
    }

    @Override
    public void open(LinkTarget target) {
        if (manual.has(target)) {
            walk(trail.leftAt(page.getVvalue()).to(target));
        }
    }

    @Override
    public void open(Lesson lesson, int step) {
        onLesson.accept(lesson, step);
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
            onClose.run();
        } else {
            field.clear();
        }
    }

    /**
     * The pages that were read, one after the other, as in a browser. Immutable.
     *
     * @param visits where one was, at least one
     * @param at     the index of where one is
     */
    record Trail(List<Visit> visits, int at) {

        private static final int LONGEST = 200;

        Trail {
            visits = List.copyOf(visits);
        }

        /**
         * A page as it was read.
         *
         * @param target what was gone to
         * @param scroll how far down it was read when it was left, 0 to 1; negative if it was not left yet
         */
        record Visit(LinkTarget target, double scroll) {}

        static Trail from(LinkTarget target) {
            return new Trail(List.of(new Visit(target, -1)), 0);
        }

        Visit now() {
            return visits.get(at);
        }

        /** The same, remembering how far the page was read. */
        Trail leftAt(double scroll) {
            List<Visit> changed = new ArrayList<>(visits);
            changed.set(at, new Visit(now().target(), scroll));
            return new Trail(changed, at);
        }

        /** Goes on to another place; what was gone back from is forgotten. */
        Trail to(LinkTarget target) {
            if (target.equals(now().target())) {
                return leftAt(-1);
            }
            List<Visit> changed = new ArrayList<>(visits.subList(Math.max(0, at + 2 - LONGEST), at + 1));
            changed.add(new Visit(target, -1));
            return new Trail(changed, changed.size() - 1);
        }

        boolean canGoBack() {
            return at > 0;
        }

        boolean canGoForward() {
            return at < visits.size() - 1;
        }

        Trail back() {
            return canGoBack() ? new Trail(visits, at - 1) : this;
        }

        /** To the page that was gone back from, if there is one. */
        Trail forward() {
            return canGoForward() ? new Trail(visits, at + 1) : this;
        }
    }

    /** The contents: the pages of the manual, and the sections of the one that is read. */
    static final class Contents extends SidePane {

        private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

        private final Manual manual;
        private final Consumer<LinkTarget> onChosen;
        private Optional<ManualPage> shown = Optional.empty();

        Contents(Manual manual, Consumer<LinkTarget> onChosen) {
            super("manualContents", "manual-contents");
            this.manual = manual;
            this.onChosen = onChosen;
        }

        void show(ManualPage page) {
            if (shown.filter(page::equals).isPresent()) {
                return;
            }
            shown = Optional.of(page);
            lines.getChildren().clear();
            for (Chapter chapter : manual.chapters()) {
                Label title = styled(new Label(title(chapter)), "manual-chapter");
                lines.getChildren().add(title);
                for (ChapterEntry entry : chapter.entries()) {
                    boolean isShown = entry.page().equals(page.name());
                    Hyperlink link = link(entry.title(), LinkTarget.page(entry.page()), "manual-entry");
                    link.setId("contents-" + entry.page().replace(".md", ""));
                    link.pseudoClassStateChanged(SHOWN, isShown);
                    if (isShown) {
                        page.sections().stream().skip(1).forEach(this::addSection);
                    }
                }
            }
        }

        /** Chapters are known by their first page. */
        private static String title(Chapter chapter) {
            return Message.text(
                    "help.chapter." + chapter.entries().get(0).page().replace(".md", ""));
        }

        private void addSection(Section section) {
            link(section.title(), section.target(), "manual-section");
        }

        private Hyperlink link(String words, LinkTarget target, String style) {
            Hyperlink link = stretch(acting(styled(new Hyperlink(words), style), () -> onChosen.accept(target)));
            link.setWrapText(true);
            lines.getChildren().add(link);
            return link;
        }
    }

    /** What a search has found, best first; one of the hits is chosen. If nothing was found, what can be tried. */
    static final class HitList extends SidePane {

        private static final List<String> EXAMPLES = List.of("reset", "floor", "gate", "export");

        private final Manual manual;
        private final HitView.Actions actions;
        private final Consumer<String> onTry;
        private List<HitView> hits = List.of();
        private int chosen;

        /** @param onTry is given what the user wants to look for instead */
        HitList(Manual manual, HitView.Actions actions, Consumer<String> onTry) {
            super("manualHits", "manual-hits");
            this.manual = manual;
            this.actions = actions;
            this.onTry = onTry;
        }

        void show(String words, List<Hit<ManualHit>> found) {
            hits = found.stream().map(hit -> new HitView(hit, manual, actions)).toList();
            lines.getChildren().setAll(hits);
            if (hits.isEmpty()) {
                showNothing(words);
            }
            chosen = 0;
            setVvalue(0);
            mark();
        }

        private void showNothing(String words) {
            Label label = named(new WholeLabel(Message.text("help.nothing", words.strip())), "manualNothing");
            VBox nothing = styled(new VBox(8, label), "manual-nothing");
            for (String example : EXAMPLES) {
                nothing.getChildren().add(acting(new Hyperlink(example), () -> onTry.accept(example)));
            }
            lines.getChildren().setAll(nothing);
        }

        /** Chooses the hit that is so many further down, or up if negative. */
        void move(int by) {
            chosen = Math.max(0, Math.min(hits.size() - 1, chosen + by));
            mark();
            reveal();
        }

        private void mark() {
            for (int index = 0; index < hits.size(); index++) {
                hits.get(index).setChosen(index == chosen);
            }
        }

        private void reveal() {
            double hidden = lines.getHeight() - getViewportBounds().getHeight();
            if (hits.isEmpty() || hidden <= 0) {
                return;
            }
            Bounds bounds = hits.get(chosen).getBoundsInParent();
            double top = getVvalue() * hidden;
            double bottom = top + getViewportBounds().getHeight();
            if (bounds.getMinY() < top) {
                setVvalue(bounds.getMinY() / hidden);
            } else if (bounds.getMaxY() > bottom) {
                setVvalue((bounds.getMaxY() - getViewportBounds().getHeight()) / hidden);
            }
        }

        void open() {
            if (!hits.isEmpty()) {
                hits.get(chosen).open();
            }
        }
    }

    /** A pane beside a page of the manual, which scrolls; its lines are as wide as the pane. */
    abstract static class SidePane extends ScrollArea {

        final VBox lines = new VBox();

        SidePane(String id, String styleClass) {
            setId(id);
            lines.getStyleClass().add(styleClass);
            setContent(lines);
        }
    }
}
