package lab.carousel.ui.help;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.text.Message;

/** The table of all hyperparameters as a page of the manual, made from their declarations. */
final class SettingsPage {

    static final String NAME = "settings.md";

    private SettingsPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(
                "# " + Message.text("help.settings.title") + "\n\n" + Message.text("help.settings.intro") + "\n");
        for (Setting<?> setting : Settings.ALL) {
            page.append("\n<a id=\"setting-" + setting.name() + "\"></a>\n\n## "
                    + setting.label().text() + "\n\n");
            page.append(Message.text("hyperparameters." + setting.name() + ".explanation") + "\n\n");
            page.append("`" + setting.name() + "`: " + values(setting.domain()) + ". ");
            page.append(Message.text("help.settings.tutorial", reference(setting)));
            page.append(setting.hasKernelOnly() ? " " + Message.text("help.settings.kernelOnly") : "");
            page.append("\n");
        }
        return page.toString();
    }

    private static String reference(Setting<?> setting) {
        return quoted(setting.writtenText(Hyperparameters.reference()));
    }

    /** The values that can be written for a setting: words, numbers or both. */
    private static String values(Domain<?> domain) {
        List<String> words = domain.wordList();
        String all = words.stream().map(SettingsPage::quoted).collect(Collectors.joining(", "));
        if (domain.numbers().isEmpty()) {
            return all;
        }
        String numbers = numbers(domain.numbers().get().bounds());
        return words.isEmpty() ? numbers : Message.text("help.settings.or", all, numbers);
    }

    private static String quoted(String word) {
        return "`" + word + "`";
    }

    private static String numbers(Bounds bounds) {
        String kind = bounds.aboveLeast()
                ? (bounds.most() == Double.MAX_VALUE ? "above" : "aboveAtMost")
                : bounds.belowMost() ? "below" : "between";
        return Message.text("help.settings." + kind, bounds.least(), bounds.most());
    }
}
