package lab.carousel.ui.help;

import lab.carousel.manual.LinkTarget;
import lab.carousel.text.Glossary;
import lab.carousel.text.GlossaryEntry;
import lab.carousel.text.Message;

/** The glossary as a page of the manual. */
final class GlossaryPage {

    static final String NAME = "glossary.md";

    private GlossaryPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(
                "# " + Message.text("help.glossary.title") + "\n\n" + Message.text("help.glossary.intro") + "\n");
        for (GlossaryEntry entry : Glossary.current().entries()) {
            page.append("\n<a id=\"" + target(entry).anchor() + "\"></a>\n\n## " + entry.word() + "\n\n" + entry.text()
                    + "\n");
        }
        return page.toString();
    }

    static LinkTarget target(GlossaryEntry entry) {
        return new LinkTarget(NAME, "word-" + entry.key());
    }
}
