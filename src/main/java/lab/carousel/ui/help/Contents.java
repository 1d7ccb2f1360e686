package lab.carousel.ui.help;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import lab.carousel.manual.Chapter;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.Target;
import lab.carousel.text.Message;

/** What stands where: the pages of the manual, and the sections of the one that is read. */
final class Contents extends SidePane {

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final Manual manual;
    private final Consumer<Target> onChosen;
    private Optional<ManualPage> shown = Optional.empty();

    /** The contents of a manual; what is chosen in them is given away. */
    Contents(Manual manual, Consumer<Target> onChosen) {
        super("manualContents", "manual-contents");
        this.manual = manual;
        this.onChosen = onChosen;
    }

    /** Marks the page that is read. */
    void show(ManualPage page) {
        if (shown.filter(page::equals).isPresent()) {
            return;
        }
        shown = Optional.of(page);
        lines.getChildren().clear();
        for (Chapter chapter : manual.chapters()) {
            Label title = new Label(title(chapter));
            title.getStyleClass().add("manual-chapter");
            lines.getChildren().add(title);
            for (Chapter.Entry entry : chapter.entries()) {
                boolean isShown = entry.page().equals(page.name());
                Hyperlink link = link(entry.title(), Target.page(entry.page()), "manual-entry");
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
        return Message.text("help.chapter." + chapter.entries().get(0).page().replace(".md", ""));
    }

    private void addSection(Section section) {
        link(section.title(), section.target(), "manual-section");
    }

    private Hyperlink link(String words, Target target, String style) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add(style);
        link.setWrapText(true);
        link.setMaxWidth(Double.MAX_VALUE);
        link.setOnAction(event -> onChosen.accept(target));
        lines.getChildren().add(link);
        return link;
    }
}
