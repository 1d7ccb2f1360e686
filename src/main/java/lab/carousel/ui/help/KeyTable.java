package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.List;

/**
 * All keys of the program, by the places where they hold. A test presses every key in every place and finds a line that is
 * missing here, and one that does nothing.
 */
final class KeyTable {

    /** A place, and in a line each what is done there with which keys; first come those that hold everywhere. */
    private static final String KEYS =
            """
            toolbar
                play F5
                step F6
                epochOnce F7
                reset F8
                live F10
                speed Plus Minus
                fastest Multiply
            fileMenu
                new Shortcut+N
                open Shortcut+O
                goOn Shortcut+Shift+O
                save Shortcut+S
                saveAs Shortcut+Shift+S
                saveSession Shortcut+Alt+S
                quit Shortcut+Q
                undo Shortcut+Z
                redo Shortcut+Shift+Z Shortcut+Y
            lessonMenu
                openLesson Shortcut+L
                openClass Shortcut+Shift+L
                askClass Shortcut+Shift+A
                giveClass Shortcut+Shift+G
                pauseClass Shortcut+Shift+P
                classPictures Shortcut+Shift+R
            viewMenu
                keys F1
                aboutPlace Shift+F1
                search Shortcut+F
                palette Shortcut+K
                dark F9
                zoomWindow Shortcut+Plus Shortcut+Minus Shortcut+0
                present F12
                readout Shortcut+R
                showStudies F11
                nextPlace Shortcut+Tab Shortcut+Shift+Tab
                panels Shortcut+1 Shortcut+2 Shortcut+3 Shortcut+4
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

    private KeyTable() {}

    static List<KeyGroup> groups() {
        List<KeyGroup> groups = new ArrayList<>();
        List<KeyAction> actions = new ArrayList<>();
        String place = "";
        for (String line : KEYS.lines().toList()) {
            List<String> words = List.of(line.strip().split(" "));
            if (words.size() > 1) {
                actions.add(new KeyAction(words.get(0), words.subList(1, words.size())));
                continue;
            }
            if (!actions.isEmpty()) {
                groups.add(new KeyGroup(place, actions));
                actions = new ArrayList<>();
            }
            place = line;
        }
        groups.add(new KeyGroup(place, actions));
        return groups;
    }
}
