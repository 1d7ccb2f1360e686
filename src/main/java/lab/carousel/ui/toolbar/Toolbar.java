package lab.carousel.ui.toolbar;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.text.Message;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.background.FrameBarrier;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ExplainedItem;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.ViewScope;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lab.Lab;
import org.kordamp.ikonli.feather.Feather;

/** Presets, the buttons of a run, its speed, live what-if, the engine, and the progress. */
public final class Toolbar extends HBox {

    private final Lab lab;
    private final Consumer<String> onInvalid;
    private final PresetMenu presets;
    private final Commands commands;
    private final Command play;
    private final Command step;
    private final Command epochOnce;
    private final Button playButton;
    private final ToggleSwitch live = whole(new ToggleSwitch(text("live.word")));
    private final Label engine = whole(named(new Label(), "engineBadge", "muted"));
    private final HBox buttons = whole(named(new HBox(8), "runButtons"));
    private final SpeedControl speed;
    private final ProgressBox progress;
    private final HBox steps;
    private final HBox end;
    private final List<Region> menus;
    /** From left to right. */
    private final List<Node> parts;

    /** Holds what stands behind a menu while the menus are not shown. */
    private final HBox alone = whole(Controls.row(4));

    private Optional<Behind> behind = Optional.empty();

    private record Behind(Button button, Node menu) {}

    private ViewScope scope = ViewScope.WHOLE;
    private boolean isReduced;
    /** The ids of what is shown besides while it is reduced. */
    private Set<String> spots = Set.of();

    /**
     * @param barrier  behind it the progress waits for all else of its moment
     * @param onInvalid is told why nothing can be trained, when that is tried
     * @param first     what a class goes to, as buttons before the menus
     * @param menus     plain words, as in a bar of menus
     */
    public Toolbar(
            Commands commands,
            Lab lab,
            FrameBarrier barrier,
            Consumer<Preset> onPreset,
            Consumer<String> onInvalid,
            List<Region> first,
            MenuButton... menus) {
        this.commands = commands;
        this.lab = lab;
        this.onInvalid = onInvalid;
        List.of(menus).forEach(menu -> styled(menu, "menu-word"));
        this.menus = Stream.concat(first.stream(), Stream.of(menus)).toList();
        named(this, "toolbar", "toolbar").setAlignment(Pos.CENTER_LEFT);
        presets = new PresetMenu(onPreset);
        play = command("play", Feather.PLAY, this::playOrPause, "F5");
        step = command("step", Feather.SKIP_FORWARD, lab::stepOnce, "F6");
        epochOnce = command("epochOnce", Feather.FAST_FORWARD, lab::epochOnce, "F7");
        Command reset = command("reset", Feather.ROTATE_CCW, lab::reset, "F8");
        speed = new SpeedControl(commands, lab.paceProperty());
        progress = new ProgressBox(lab.paceProperty(), speed.words());
        playButton = styled(play.doneBy(new Button()), "accent");
        playButton.textProperty().bind(play.name());
        steps = new HBox(button(step, "left-pill"), button(epochOnce, "center-pill"), button(reset, "right-pill"));
        steps.getStyleClass().add("run-steps");
        buttons.getChildren().addAll(playButton, steps);
        // A disabled button hears no mouse, what lies below it does
        buttons.setOnMouseClicked(event -> tellWhyNot());
        this.menus.forEach(Controls::whole);
        end = whole(styled(Controls.row(4, this.menus.toArray(Region[]::new)), "toolbar-menus"));
        parts = List.of(presets, buttons, speed, liveAndEngine(), progress, end);
        getChildren().addAll(parts);
        getChildren().add(alone);
        arrange();
        WindowListeners.of(this, lab.statusProperty(), (observable, before, now) -> barrier.show(() -> show(now)));
        Runnable showEdited = () -> {
            presets.show(lab.editedProperty().get());
            show(lab.statusProperty().get());
        };
        WindowListeners.show(this, showEdited, lab.editedProperty());
    }

    public Command play() {
        return play;
    }

    public Button playButton() {
        return playButton;
    }

    /** Plays if the run is waiting, or goes by itself after an edit; pauses if it was told to go. */
    private void playOrPause() {
        if (lab.isToldToGo()) {
            lab.pause();
        } else if (lab.canTrain()) {
            lab.play();
        }
        show(lab.statusProperty().get());
    }

    private void tellWhyNot() {
        if (!lab.canTrain()) {
            onInvalid.accept(text("invalid"));
        }
    }

    /** Shows the buttons of the run, the epoch, and of the rest only the controls of these ids; or everything. */
    public void setReduced(boolean reduced, Set<String> besides) {
        isReduced = reduced;
        spots = besides;
        arrange();
        progress.setReduced(reduced);
    }

    /** Ends what goes on by itself. */
    public void close() {
        progress.close();
    }

    /** Whether one of its controls has one of these ids. */
    public boolean holds(Set<String> ids) {
        return holds(this, ids);
    }

    public void show(ViewScope now) {
        scope = now;
        arrange();
    }

    private void arrange() {
        for (Node part : parts) {
            boolean isRun = part == buttons || part == progress;
            boolean isOther = isReduced ? holds(part, spots) : scope.isWhole() || part == end || part == presets;
            Controls.show(part, isRun || isOther);
        }
        scope.showWhole(steps);
        menus.forEach(menu -> Controls.show(menu, scope.hasMenu(menu)));
        behind.ifPresentOrElse(this::place, alone.getChildren()::clear);
        Controls.show(alone, !alone.getChildren().isEmpty());
    }

    /** Puts a button behind one of the menus, or takes it away; where the menus are not shown it stands alone. */
    public void put(Button button, Node menu, boolean isShown) {
        end.getChildren().remove(button);
        behind = isShown ? Optional.of(new Behind(whole(button), menu)) : Optional.empty();
        arrange();
    }

    private void place(Behind put) {
        HBox home = end.isVisible() ? end : alone;
        if (put.button.getParent() != home) {
            ((HBox) Optional.ofNullable(put.button.getParent()).orElse(alone))
                    .getChildren()
                    .remove(put.button);
            home.getChildren().add(home == end ? end.getChildren().indexOf(put.menu) + 1 : 0, put.button);
        }
    }

    /** In a narrow window menus show signs instead of their names, which are then told on hover. */
    public void setNarrow(boolean narrow) {
        for (Region menu : menus) {
            if (menu instanceof MenuButton named && named.getText() != null) {
                Tip.put(named, narrow ? named.getText() : "");
            }
        }
    }

    private static boolean holds(Node part, Set<String> ids) {
        return ids.stream().anyMatch(id -> id.equals(part.getId()) || part.lookup("#" + id) != null);
    }

    /** The switch, and under it the engine of the run, with room for more about that engine beside it. */
    private Node liveAndEngine() {
        Command switched =
                commands.add(this, "live", "toolbar.live", () -> live.setSelected(!live.isSelected()), "F10");
        switched.on(live);
        switched.disabled().bind(lab.canBeLiveProperty().not());
        WindowListeners.both(this, live.selectedProperty(), lab.liveProperty());
        Tip.put(engine, text("engine.hint"));
        HBox engines = named(Controls.row(4, engine), "engineBox");
        // A disabled control shows no tip, so the one that says why belongs to a box around it
        HBox around = named(new HBox(live), "liveBox");
        live.accessibleHelpProperty()
                .bind(Bindings.when(lab.canBeLiveProperty())
                        .then(switched.withKey(text("live.tip")))
                        .otherwise(text("live.tooSlow")));
        live.accessibleHelpProperty().addListener((observable, before, now) -> Tip.put(around, now));
        Tip.put(around, live.getAccessibleHelp());
        VBox box = whole(new VBox(4, around, engines));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(RunStatus status) {
        Experiment experiment = lab.runningProperty().get();
        engine.setText(text("engine." + experiment.engine().name()));
        progress.show(status, experiment);
        boolean running = lab.isToldToGo();
        boolean ended = status.state() == RunState.FINISHED || status.state() == RunState.DIVERGED;
        play.icon().set(running ? Feather.PAUSE : Feather.PLAY);
        String hint = running ? "pause.hint" : ended ? "play.again" : "play.hint";
        play.name().set(text(running ? "pause" : "play"));
        boolean canTrain = lab.canTrain();
        play.disabled().set(!running && !canTrain);
        step.disabled().set(ended || !canTrain);
        epochOnce.disabled().set(ended || !canTrain);
        play.tip().set(text(canTrain ? hint : "invalid"));
    }

    /** A button with a short word; before a room, where there is no room for that, with its sign. */
    private static Button button(Command command, String place) {
        return command.doneBy(whole(styled(new Button(Message.text(command.words() + ".word")), place)));
    }

    private Command command(String id, Feather icon, Runnable deed, String key) {
        return commands.add(new Command("toolbar", id, "toolbar." + id, deed, key).otherwise(this::tellWhyNot))
                .icon(icon);
    }

    private static String text(String key) {
        return Message.text("toolbar." + key);
    }

    /** The ready-made experiments. A menu, in which the arrow keys only look and Enter chooses. */
    static final class PresetMenu extends LateMenu {

        /** Of the longest name; where there is less room, it may be cut off down to the least one. */
        private static final double WIDTH = 228;

        private static final double LEAST_WIDTH = 204;

        private final Consumer<Preset> onChosen;

        PresetMenu(Consumer<Preset> onChosen) {
            super("");
            this.onChosen = onChosen;
            setId("presets");
            setPrefWidth(WIDTH);
            setMinWidth(LEAST_WIDTH);
            setAccessibleHelp(Message.text("toolbar.preset"));
        }

        @Override
        protected void make() {
            Map<Preset.Group, Menu> groups = new EnumMap<>(Preset.Group.class);
            for (Preset.Group group : Preset.Group.values()) {
                groups.put(group, new Menu(Message.text("toolbar.preset." + group)));
            }
            for (Preset preset : Preset.all()) {
                preset.group()
                        .map(group -> Objects.requireNonNull(groups.get(group)).getItems())
                        .orElse(getItems())
                        .add(new ExplainedItem(
                                "preset-" + preset.key(),
                                preset.name().text(),
                                preset.line(),
                                () -> onChosen.accept(preset)));
            }
            getItems().addAll(groups.values());
        }

        void show(Optional<Experiment> experiment) {
            setText(experiment
                    .flatMap(Preset::of)
                    .map(preset -> preset.name().text())
                    .orElseGet(() -> Message.text("toolbar.preset.none")));
            Tip.put(this, getText());
        }
    }
}
