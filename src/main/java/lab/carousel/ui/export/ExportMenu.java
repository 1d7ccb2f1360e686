package lab.carousel.ui.export;

import static lab.carousel.ui.controls.Controls.named;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.animation.Animation;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.file.report.Report;
import lab.carousel.file.states.StatesFile;
import lab.carousel.text.Message;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.export.Exporter.ExportFile;
import lab.carousel.ui.selection.Selection;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Every picture of the window as PNG, SVG, numbers or into the clipboard; the network, a program, a page or an
 * animation as a file.
 */
public final class ExportMenu extends LateMenu {

    private static final String ID = "exportMenu";

    private final Commands declared;
    private final Exporter exporter;
    private final Supplier<Optional<Picture>> loss;
    private final Supplier<Optional<Picture>> state;
    private final Supplier<Optional<Picture>> shown;
    private final Selection selection;
    private final Runnable animate;
    private final Supplier<AnimationPlan> plan;
    /** Copy the commands that write the same, in the order of the items. */
    private final List<MenuItem> commands = new ArrayList<>();

    /**
     * @param declared commands of the window
     * @param loss     gives the loss chart as it is now, if there is one
     * @param state    gives the heatmap as it is now, if there is one
     * @param shown    gives what the microscope shows, if that is a picture
     * @param selection what is chosen in the heatmap
     * @param animate  opens the panel for animations
     * @param plan     gives what is chosen there
     */
    public ExportMenu(
            Commands declared,
            Exporter exporter,
            Supplier<Optional<Picture>> loss,
            Supplier<Optional<Picture>> state,
            Supplier<Optional<Picture>> shown,
            Selection selection,
            Runnable animate,
            Supplier<AnimationPlan> plan) {
        super(KeyTable.title(ID));
        this.declared = declared;
        setGraphic(new FontIcon(Feather.SHARE));
        this.exporter = exporter;
        this.loss = loss;
        this.state = state;
        this.shown = shown;
        this.selection = selection;
        this.animate = animate;
        this.plan = plan;
        setId(ID);
    }

    @Override
    protected void make() {
        command("train", Message.text("command.train"), () -> exporter.copyCommand(Optional.empty(), "", List.of()));
        pictures("loss", TrainOutput.CHART);
        pictures("state", TrainOutput.HEATMAP);
        command(
                "animation",
                Message.text("ui.export.animation"),
                () -> exporter.copyCommand(
                        Optional.of(TrainOutput.ANIMATION),
                        Message.text("animation.name") + Animation.GIF,
                        CommandText.animation(plan.get())));
        getItems()
                .addAll(
                        menu("loss", loss),
                        menu("state", state),
                        menu("microscope", shown),
                        item("exportWindow", "ui.export.window", () -> exporter.exportWindow(getScene())),
                        item("exportAnimation", "ui.export.animation", animate),
                        new SeparatorMenuItem(),
                        menu(
                                "model",
                                List.of(ModelFormat.values()),
                                ModelFormat::name,
                                format -> ExportFile.of(
                                        TrainOutput.MODEL, "model", format.ending(), "model." + format.name())),
                        menu(
                                "states",
                                List.of(StatesFile.ARRAYS, StatesFile.TABLE),
                                ending -> ending.substring(1),
                                ending -> ExportFile.of(TrainOutput.STATES, "states", ending, "states" + ending)),
                        menu(
                                "program",
                                List.of(Library.values()),
                                Library::name,
                                library -> ExportFile.of(
                                        TrainOutput.of(library), library.name(), library.extension(), library.name())),
                        menu(
                                "notebook",
                                Notebook.LIBRARIES,
                                Library::name,
                                library -> ExportFile.of(
                                        TrainOutput.of(library), library.name(), Notebook.EXTENSION, "notebook")),
                        report(),
                        item("exportPage", "ui.export.page", () -> exporter.export(page())),
                        item("copyLink", "ui.export.link", () -> exporter.copyLink(selection)),
                        new SeparatorMenuItem(),
                        commands());
    }

    private MenuItem item(String id, String words, Runnable deed) {
        return declared.add(this, id, words, deed).item();
    }

    private Menu commands() {
        command("page", Message.text("ui.export.page"), TrainOutput.PAGE, page().name());
        Menu menu = named(new Menu(Message.text("command.menu")), "export-command");
        menu.getItems().addAll(commands);
        return menu;
    }

    /** Also which views stand in one. */
    private Menu report() {
        Menu menu = menu(
                "report",
                Report.ENDINGS,
                ending -> ending.substring(1),
                ending -> ExportFile.of(TrainOutput.REPORT, "report", ending, "report" + ending));
        menu.getItems().add(new SeparatorMenuItem());
        Views.all().map(View::name).sorted().forEach(view -> {
            String title = Message.text(view.key() + ".menu");
            CheckMenuItem item =
                    named(new CheckMenuItem(Message.text("ui.export.report.view", title)), "report-" + view.key());
            item.selectedProperty().addListener((property, before, now) -> exporter.report(view, now));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static ExportFile page() {
        return ExportFile.of(TrainOutput.PAGE, "page", ".html", "page");
    }

    private void pictures(String key, TrainOutput output) {
        String picture = Message.text("ui.export." + key);
        for (PictureFormat format : PictureFormat.values()) {
            String way = format == PictureFormat.SVG
                    ? Message.text("ui.export.svg")
                    : Message.text("ui.export.png", PictureFormat.PNG_SCALE);
            command(key + "-" + format, Message.text("ui.value", picture, way), output, name(key) + format.ending());
        }
    }

    private void command(String id, String words, TrainOutput output, String file) {
        command(id, words, () -> exporter.copyCommand(Optional.of(output), file, List.of()));
    }

    private void command(String id, String words, Runnable copy) {
        // Nothing is asked
        commands.add(Controls.item("command-" + id, words.replace(" …", ""), copy));
    }

    private static String name(String key) {
        return Message.text("ui.export.name." + key);
    }

    /** A menu of what can be written in several ways. */
    private <T> Menu menu(String key, Collection<T> ways, Function<T, String> name, Function<T, ExportFile> file) {
        Menu menu = named(new Menu(Message.text("ui.export." + key)), "export-" + key);
        for (T way : ways) {
            String id = key + "-" + name.apply(way);
            String words = Message.text("ui.export." + key + "." + name.apply(way));
            ExportFile offered = file.apply(way);
            menu.getItems().add(Controls.item(id, words, () -> exporter.export(offered)));
            command(id, Message.text("ui.value", menu.getText(), words), offered.output(), offered.name());
        }
        return menu;
    }

    private Menu menu(String key, Supplier<Optional<Picture>> picture) {
        return PictureMenu.of(
                key, Message.text("ui.export." + key), () -> exporter.named(name(key)), picture, exporter);
    }
}
