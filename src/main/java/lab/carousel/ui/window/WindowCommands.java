package lab.carousel.ui.window;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import lab.carousel.text.Glossary;
import lab.carousel.text.GlossaryEntry;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.KeyLine;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.ExplainedItem;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.help.Help;
import lab.carousel.ui.palette.PaletteEntry;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.project.Field;

/**
 * All that can be done in a window, gathered from what stands in it, so that nothing is listed twice: its buttons, the items of
 * its menus, settings, places, pages of the manual, the keys that hold at a place, and the words of the glossary.
 */
final class WindowCommands {

    /** Places with keys that are not gone to from the lab. */
    private static final Set<String> ELSEWHERE = Set.of("presenter", "help");

    /** Between the words by which a command is found too. */
    private static final String AND = ", ";

    private final MainWindow window;
    private final ViewMenu view;
    private final ScopeControl scope;
    private final Help help;

    WindowCommands(MainWindow window, ViewMenu view, ScopeControl scope, Help help) {
        this.window = window;
        this.scope = scope;
        this.view = view;
        this.help = help;
    }

    /** All of them; what is hidden now is shown before it is done. */
    List<PaletteEntry> all() {
        ViewScope shownScope = scope.shown();
        List<PaletteEntry> shown = gathered();
        if (shownScope.isWhole()) {
            return shown;
        }
        Set<String> there = shown.stream().map(PaletteEntry::name).collect(Collectors.toSet());
        scope.show(ViewScope.WHOLE);
        List<PaletteEntry> whole = gathered();
        scope.show(shownScope);
        return whole.stream()
                .map(command -> there.contains(command.name()) ? command : command.after(scope::showEverything))
                .toList();
    }

    private List<PaletteEntry> gathered() {
        List<PaletteEntry> all = new ArrayList<>();
        menus(window.toolbar, all);
        // Some are made with their menus
        all.addAll(0, commands());
        buttons(window.toolbar, title(window.toolbar), all);
        if (!window.getStyleClass().contains(Presenter.PRESENTING)) {
            window.hyperparameters.reachable().forEach(field -> all.add(setting(field)));
        }
        window.microscope.places().forEach(place -> all.add(place(place)));
        all.add(panel("heatmap", window.state));
        all.add(panel("loss", window.loss));
        help.pages()
                .forEach(page -> all.add(new PaletteEntry(
                        page.title(), Message.text("help.menu.manual"), "", () -> help.showPage(page.page()))));
        List<Region> parts = window.studies.visibleProperty().get()
                ? List.of(window.studies)
                : List.of(window.history(), window.loss, window.state, window.microscope);
        parts.forEach(part -> buttons(part, title(part), all));
        KeyTable.ofPlaces().stream()
                .filter(line -> !ELSEWHERE.contains(line.place()))
                .forEach(line -> all.add(keys(line)));
        Glossary.current().entries().forEach(entry -> all.add(word(entry)));
        return all;
    }

    private List<PaletteEntry> commands() {
        return window.commands.all().stream()
                .filter(Command::isUsable)
                .map(each -> new PaletteEntry(
                        each.name().get(),
                        KeyTable.title(each.place()),
                        each.tip().get() + AND + also(each.id()),
                        each.keyName(),
                        each::run))
                .toList();
    }

    /** Looks in the manual for what is not among the commands. */
    PaletteEntry search(String words) {
        return new PaletteEntry(
                Message.text("palette.search", words),
                KeyTable.title("helpMenu"),
                window.commands.of("help-search").orElseThrow().keyName(),
                () -> help.showSearch(words));
    }

    private static String title(Region part) {
        return KeyTable.title(Objects.requireNonNull(part.getId()));
    }

    private void buttons(Node node, String where, List<PaletteEntry> all) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean isButton = node instanceof ButtonBase && !(node instanceof MenuButton);
        if (node instanceof Labeled control && (isButton || node instanceof ToggleSwitch)) {
            String name = name(control);
            if (control.getId() != null && !name.isBlank() && !isCommand(control.getId())) {
                String also = Tip.of(control) + AND + also(control.getId());
                all.add(new PaletteEntry(name, where, also, "", () -> press(control)));
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> buttons(child, where, all));
        }
    }

    private boolean isCommand(String id) {
        return window.commands.of(id).isPresent();
    }

    private static String name(Labeled control) {
        String spoken = control.getAccessibleText();
        String name = spoken == null || spoken.isBlank() ? control.getText() : spoken;
        return Objects.requireNonNullElse(name, Tip.of(control));
    }

    private static void press(Labeled control) {
        if (control instanceof ButtonBase button) {
            button.fire();
        } else if (control instanceof ToggleSwitch toggle) {
            toggle.setSelected(!toggle.isSelected());
        }
    }

    private void menus(Node node, List<PaletteEntry> all) {
        if (node.isDisabled()) {
            return;
        }
        if (node instanceof MenuButton menu) {
            items(LateMenu.items(menu), "", title(menu), all);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> menus(child, all));
        }
    }

    /** @param within the menu in a menu; empty if they stand in the outer one */
    private void items(List<MenuItem> items, String within, String where, List<PaletteEntry> all) {
        for (MenuItem item : items) {
            String id = Objects.requireNonNullElse(item.getId(), "");
            if (item.isDisable() || !item.isVisible() || item instanceof SeparatorMenuItem || isCommand(id)) {
                continue;
            }
            if (item instanceof Menu menu) {
                items(menu.getItems(), menu.getText(), where, all);
                continue;
            }
            String name = within.isEmpty() || item instanceof ExplainedItem
                    ? item.getText()
                    : Message.text("ui.value", within, item.getText());
            String place = item instanceof ExplainedItem explained
                    ? Message.text("ui.value", where, explained.explanation())
                    : where;
            all.add(new PaletteEntry(name, place, also(id), "", () -> fire(item)));
        }
    }

    /** Words by which something is found too: those of the bundle, and the name of a language in the one that is spoken. */
    private static String also(String id) {
        if (id.startsWith(ViewMenu.LANGUAGE)) {
            Locale language = Locale.forLanguageTag(id.substring(ViewMenu.LANGUAGE.length()));
            return language.getDisplayLanguage(
                    Locale.forLanguageTag(Language.current().code()));
        }
        return Stream.of(Message.text("palette.also").split("; "))
                .filter(each -> each.startsWith(id + ": "))
                .map(each -> each.substring(id.length() + 2))
                .findFirst()
                .orElse("");
    }

    /** As a menu does it: an item does not choose itself. */
    private static void fire(MenuItem item) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        } else if (item instanceof RadioMenuItem radio) {
            radio.setSelected(true);
        }
        item.fire();
    }

    private PaletteEntry setting(Field field) {
        String where =
                Message.text("ui.value", Message.text("hyperparameters.title"), window.hyperparameters.value(field));
        return new PaletteEntry(field.label(), where, field.choices(), "", () -> {
            showLab("editors");
            window.hyperparameters.focus(field);
        });
    }

    private PaletteEntry place(Place place) {
        String name = Message.text(place.key() + ".menu");
        String where = Message.text(
                "ui.value", Message.text("view.panel.MICROSCOPE"), Message.text(place.key() + ".menu.tip"));
        return new PaletteEntry(name, where, also(place.key()), "", () -> {
            showLab("microscope");
            if (!window.microscope.isFirst(place)) {
                scope.showEverything();
            }
            window.microscope.show(place.key());
            FirstControl.in(place.view()).ifPresent(Node::requestFocus);
        });
    }

    /** Goes to one of the two panels in the middle. */
    private PaletteEntry panel(String key, Region part) {
        return new PaletteEntry(Message.text("palette." + key), title(part), "", () -> {
            showLab(part.getId());
            FirstControl.in(part).ifPresent(Node::requestFocus);
        });
    }

    private PaletteEntry word(GlossaryEntry entry) {
        String where = Message.text("ui.value", Message.text("help.glossary.title"), entry.text());
        return new PaletteEntry(entry.word(), where, String.join(" ", entry.forms()), "", () -> help.showWord(entry));
    }

    /** The lab in the place of the studies, with a panel in it. */
    private void showLab(String panel) {
        if (window.studies.visibleProperty().get()) {
            window.studies.switchOver();
        }
        view.panel(panel).setSelected(true);
    }

    /** What only keys do: Enter goes to where they hold, or says so. */
    private PaletteEntry keys(KeyLine line) {
        String keys = String.join("  ", line.names());
        return new PaletteEntry(line.words(), KeyTable.title(line.place()), keys, () -> Stream.ofNullable(
                        window.lookup("#" + line.place()))
                .filter(FirstControl::isOnScreen)
                .flatMap(part -> FirstControl.in(part).stream())
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, () -> help.showKeys(List.of(line.place()))));
    }
}
