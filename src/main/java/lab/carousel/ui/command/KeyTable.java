package lab.carousel.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import lab.carousel.text.Message;

/**
 * All keys of the program, by the places where they hold: those of commands, and here those that belong to none. A test presses every key in every place and finds a line that is
 * missing here, and one that does nothing.
 */
public record KeyTable(List<KeyTable.Group> groups) {

    /** Places in the order of the list, and in a line each what is done there with which keys; first come those that hold everywhere. */
    private static final String KEYS =
            """
            toolbar
                speed Plus Minus
                fastest Multiply
            fileMenu
            lessonMenu
            viewMenu
                nextPlace Shortcut+Tab Shortcut+Shift+Tab
            presenter
                leavePresenter Esc
                turn Page_Down Page_Up
                presentedPanel Shortcut+1 Shortcut+2 Shortcut+3 Shortcut+4
            history
                epochs F2 F3
                backToLive F4
                playHistory Shift+F4
                steps Shift+F2 Shift+F3
            lessonCard
                lessonSteps Alt+Left Alt+Right
            lessonVote
                showAnswers Alt+A
                askAgain Alt+T
                reveal Alt+R
                reasons Alt+W Shift+Alt+W
            taskEditor
                addSequence Enter
                otherSequence Up Down
                moveSequence Alt+Up Alt+Down
                duplicateSequence Shortcut+D
                removeSequence Shortcut+Delete
                nextField Tab
            hyperparameters
                nextValue Left Right Down Up
                tenValues Page_Down Page_Up
            lossView
                zoomEpochs Shortcut+Plus Shortcut+Minus
                zoomLoss Shift+Up Shift+Down
                moveChart Left Right Up Down
                readLoss Shift+Left Shift+Right Home End
                showAll 0
            state
                cells Left Right Up Down
                firstColumn Home End
                firstRow Page_Up Page_Down
                selectNothing Esc
                zoomHeatmap Shortcut+Plus Shortcut+Minus Shortcut+0
                layers H C I F O Z R G D Y
                memory M
            microscope
                leaf Shortcut+Page_Up Shortcut+Page_Down
                panelSize Shortcut+Shift+Left Shortcut+Shift+Right Shortcut+Shift+Up Shortcut+Shift+Down
            microscope-cell
                termUnit Enter
                sortColumn 1 2 3 4
                copyTable Shortcut+C
            microscope-slow
                stepStages Left Right
                stage 1 2 3 4 5 6
            microscope-update
                stages Left Right
                stage 1 2 3 4 5 6 7 8
            microscope-transplant
                gridUnits Left Right Up Down
                gridEnds Home End
                chooseUnit Space Enter
            microscope-lesion
                removeLesion Delete
            studies
                leaveStudies Esc
                openRun Enter
                sortColumn 1 2 3 4 5 6 7 8 9
                copyTable Shortcut+C
            help
                pages Alt+Left Alt+Right
                searchHere Shortcut+F
                hits Up Down
                openHit Enter
                closeManual Esc
            """;

    /** @param groups those of places in the window, with the keys that hold everywhere first */
    public KeyTable {
        groups = List.copyOf(groups);
    }

    /** The keys of commands, and those that belong to none. */
    public static KeyTable of(List<Command> commands) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        String place = "";
        for (String line : KEYS.lines().toList()) {
            List<String> words = List.of(line.strip().split(" "));
            if (words.size() > 1) {
                lines(groups, place)
                        .add(new Line("keys.action." + words.get(0), words.subList(1, words.size()), false));
                continue;
            }
            place = line;
            for (Command command : commands) {
                if (command.place().equals(place) && !command.keys().isEmpty()) {
                    String said = command.tip().isEmpty() ? command.words() : command.tip();
                    lines(groups, place).add(new Line(said, command.keys(), true));
                }
            }
        }
        return new KeyTable(groups.entrySet().stream()
                .map(each -> new Group(each.getKey(), each.getValue()))
                .toList());
    }

    private static List<Line> lines(Map<String, List<Line>> groups, String place) {
        return groups.computeIfAbsent(place, fresh -> new ArrayList<>());
    }

    /** @param place the name of the place, in the message bundle {@code keys} and as an anchor in the manual */
    public record Group(String place, List<Line> lines) {

        public Group {
            lines = List.copyOf(lines);
        }

        public String title() {
            return KeyTable.title(place);
        }
    }

    /**
     * Keys that do the same, or the one and the other of two things.
     *
     * @param said the key of the words for it
     * @param keys as {@link KeyCombination} reads them
     */
    public record Line(String said, List<String> keys, boolean isCommand) {

        public Line {
            keys = List.copyOf(keys);
        }

        public String words() {
            return Message.text(said).replace(" \u2026", "");
        }

        /** The keys as they stand on a keyboard. */
        public List<String> names() {
            return keys.stream().map(KeyTable::name).toList();
        }
    }

    public boolean has(String place) {
        return groups.stream().anyMatch(group -> group.place.equals(place));
    }

    /** What a place with keys is called. */
    public static String title(String place) {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /**
     * A key as it stands on a keyboard of the language, the same on all systems but for Ctrl.
     *
     * @param keys as {@link KeyCombination} reads them
     */
    public static String name(String keys) {
        List<String> parts = new ArrayList<>(List.of(keys.split("\\+")));
        parts.replaceAll(part -> switch (part) {
            case "Shortcut" ->
                KeyCombination.keyCombination("Shortcut+A").getDisplayText().startsWith("Ctrl")
                        ? Message.text("keys.name.control")
                        : "Cmd";
            case "Shift" -> Message.text("keys.name.shift");
            case "Delete" -> Message.text("keys.name.delete");
            case "Home" -> Message.text("keys.name.home");
            case "End" -> Message.text("keys.name.end");
            case "Space" -> Message.text("keys.name.space");
            case "Page_Up" -> Message.text("keys.name.pageUp");
            case "Page_Down" -> Message.text("keys.name.pageDown");
            case "Left" -> "←";
            case "Right" -> "→";
            case "Up" -> "↑";
            case "Down" -> "↓";
            case "Plus" -> "+";
            case "Minus" -> "−";
            case "Multiply" -> "*";
            default -> part;
        });
        return String.join("+", parts);
    }
}
