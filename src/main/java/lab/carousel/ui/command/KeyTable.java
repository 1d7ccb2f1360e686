package lab.carousel.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import lab.carousel.text.Message;

/**
 * Keys that belong to no command, but to a place in the window, and what all keys are called. A test presses every key in every
 * place and finds a line that is missing here, and one that does nothing.
 */
public final class KeyTable {

    /** Places, and in a line each what is done there with which keys. */
    private static final String KEYS =
            """
            presenter
                leavePresenter Esc
                turn Page_Down Page_Up
                presentedPanel Shortcut+1 Shortcut+2 Shortcut+3 Shortcut+4
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

    /** Keys of signs, which stand elsewhere on some keyboards, or need Shift. */
    private static final Map<KeyCode, String> SIGNS = Map.of(
            KeyCode.PLUS, "Plus",
            KeyCode.ADD, "Plus",
            KeyCode.EQUALS, "Plus",
            KeyCode.MINUS, "Minus",
            KeyCode.SUBTRACT, "Minus",
            KeyCode.MULTIPLY, "Multiply",
            KeyCode.ASTERISK, "Multiply",
            KeyCode.NUMPAD0, "0");

    private KeyTable() {}

    /** Those that belong to no command. */
    public static List<KeyLine> ofPlaces() {
        List<KeyLine> all = new ArrayList<>();
        String place = "";
        for (String line : KEYS.lines().toList()) {
            List<String> words = List.of(line.strip().split(" "));
            if (words.size() > 1) {
                all.add(new KeyLine(place, "keys.action." + words.get(0), words.subList(1, words.size())));
            } else {
                place = line;
            }
        }
        return all;
    }

    /** What a place with keys or commands is called. */
    public static String title(String place) {
        return Message.text("keys.place." + place.replace('-', '.'));
    }

    /** A key that is pressed, as it is declared; of a sign, whichever key of the keyboard has it. */
    public static String of(KeyEvent pressed) {
        KeyCode code = pressed.getCode();
        String named = SIGNS.getOrDefault(code, code.getName().replace(' ', '_'));
        String key = "*".equals(pressed.getText()) ? "Multiply" : named;
        boolean isShortcut = pressed.isShortcutDown() || (code == KeyCode.TAB && pressed.isControlDown());
        boolean isShifted = pressed.isShiftDown() && !SIGNS.containsValue(key);
        return (isShortcut ? "Shortcut+" : "")
                + (isShifted ? "Shift+" : "")
                + (pressed.isAltDown() ? "Alt+" : "")
                + key;
    }

    /**
     * A key as it stands on a keyboard of the language, the same on all systems but for Ctrl.
     *
     * @param keys as {@link KeyCombination} reads them
     */
    public static String name(String keys) {
        boolean isMac =
                !KeyCombination.keyCombination("Shortcut+A").getDisplayText().startsWith("Ctrl");
        return Stream.of(keys.split("\\+"))
                .map(part -> part.equals("Shortcut") && isMac ? "Cmd" : part)
                .map(part -> Message.isThere("keys.name." + part) ? Message.text("keys.name." + part) : part)
                .collect(Collectors.joining("+"));
    }
}
