package lab.carousel.ui.help;

import java.util.List;
import lab.carousel.ui.help.KeyGroup.Line;

/**
 * All keys of the program, by the places where they hold. A test presses every key in every place and finds a line that is
 * missing here, and one that does nothing.
 */
final class KeyTable {

    private KeyTable() {}

    /** The groups, first those that hold everywhere. */
    static List<KeyGroup> groups() {
        return List.of(
                run(),
                files(),
                view(),
                presenter(),
                history(),
                lesson(),
                task(),
                hyperparameters(),
                loss(),
                state(),
                microscope(),
                cell(),
                update(),
                units(),
                lesions(),
                studies(),
                manual());
    }

    private static KeyGroup run() {
        return KeyGroup.of(
                "toolbar",
                Line.of("play", "F5"),
                Line.of("step", "F6"),
                Line.of("epochOnce", "F7"),
                Line.of("reset", "F8"),
                Line.of("live", "F10"),
                Line.of("speed", "Plus", "Minus"),
                Line.of("fastest", "Multiply"));
    }

    private static KeyGroup files() {
        return KeyGroup.of(
                "fileMenu",
                Line.of("new", "Shortcut+N"),
                Line.of("open", "Shortcut+O"),
                Line.of("goOn", "Shortcut+Shift+O"),
                Line.of("save", "Shortcut+S"),
                Line.of("saveAs", "Shortcut+Shift+S"),
                Line.of("saveSession", "Shortcut+Alt+S"),
                Line.of("openLesson", "Shortcut+L"),
                Line.of("undo", "Shortcut+Z"),
                Line.of("redo", "Shortcut+Shift+Z", "Shortcut+Y"));
    }

    private static KeyGroup view() {
        return KeyGroup.of(
                "viewMenu",
                Line.of("keys", "F1"),
                Line.of("aboutPlace", "Shift+F1"),
                Line.of("search", "Shortcut+F"),
                Line.of("dark", "F9"),
                Line.of("present", "F12"),
                Line.of("sound", "Shortcut+T"),
                Line.of("studies", "F11"),
                Line.of("nextPlace", "Shortcut+Tab", "Shortcut+Shift+Tab"),
                Line.of("panels", "Shortcut+1", "Shortcut+2", "Shortcut+3", "Shortcut+4"));
    }

    private static KeyGroup presenter() {
        return KeyGroup.of(
                "presenter",
                Line.of("leavePresenter", "Esc"),
                Line.of("turn", "Page_Down", "Page_Up"),
                Line.of("presentedPanel", "Shortcut+1", "Shortcut+2", "Shortcut+3", "Shortcut+4"),
                Line.of("scrollPresented", "Shortcut+Up", "Shortcut+Down"));
    }

    private static KeyGroup history() {
        return KeyGroup.of(
                "history",
                Line.of("epochs", "F2", "F3"),
                Line.of("backToLive", "F4"),
                Line.of("playHistory", "Shift+F4"),
                Line.of("steps", "Shift+F2", "Shift+F3"));
    }

    private static KeyGroup lesson() {
        return KeyGroup.of("lessonCard", Line.of("lessonSteps", "Alt+Left", "Alt+Right"));
    }

    private static KeyGroup task() {
        return KeyGroup.of(
                "taskEditor",
                Line.of("addSequence", "Enter"),
                Line.of("otherSequence", "Up", "Down"),
                Line.of("moveSequence", "Alt+Up", "Alt+Down"),
                Line.of("duplicateSequence", "Shortcut+D"),
                Line.of("removeSequence", "Shortcut+Delete"),
                Line.of("nextField", "Tab"));
    }

    private static KeyGroup hyperparameters() {
        return KeyGroup.of(
                "hyperparameters",
                Line.of("nextValue", "Left", "Right", "Down", "Up"),
                Line.of("tenValues", "Page_Down", "Page_Up"));
    }

    private static KeyGroup loss() {
        return KeyGroup.of(
                "lossView",
                Line.of("zoomEpochs", "Shortcut+Plus", "Shortcut+Minus"),
                Line.of("zoomLoss", "Shift+Up", "Shift+Down"),
                Line.of("moveChart", "Left", "Right", "Up", "Down"),
                Line.of("readLoss", "Shift+Left", "Shift+Right", "Home", "End"),
                Line.of("showAll", "0"));
    }

    private static KeyGroup state() {
        return KeyGroup.of(
                "state",
                Line.of("cells", "Left", "Right", "Up", "Down"),
                Line.of("firstColumn", "Home", "End"),
                Line.of("firstRow", "Page_Up", "Page_Down"),
                Line.of("selectNothing", "Esc"),
                Line.of("zoomHeatmap", "Shortcut+Plus", "Shortcut+Minus", "Shortcut+0"),
                Line.of("layers", "H", "C", "I", "F", "O", "Z", "R", "G", "D", "Y"));
    }

    private static KeyGroup microscope() {
        return KeyGroup.of(
                "microscope",
                Line.of("leaf", "Shortcut+Page_Up", "Shortcut+Page_Down"),
                Line.of(
                        "panelSize",
                        "Shortcut+Shift+Left",
                        "Shortcut+Shift+Right",
                        "Shortcut+Shift+Up",
                        "Shortcut+Shift+Down"));
    }

    private static KeyGroup cell() {
        return KeyGroup.of(
                "microscope-cell", Line.of("unfoldOrGo", "Enter", "Space"), Line.of("unfold", "Right", "Left"));
    }

    private static KeyGroup update() {
        return KeyGroup.of(
                "microscope-update",
                Line.of("stages", "Left", "Right"),
                Line.of("stage", "1", "2", "3", "4", "5", "6", "7", "8"));
    }

    private static KeyGroup units() {
        return KeyGroup.of(
                "microscope-transplant",
                Line.of("gridUnits", "Left", "Right", "Up", "Down"),
                Line.of("chooseUnit", "Space"));
    }

    private static KeyGroup lesions() {
        return KeyGroup.of(
                "microscope-lesion",
                Line.of("removeLesion", "Delete"),
                Line.of("undoLesion", "Shortcut+Z"),
                Line.of("redoLesion", "Shortcut+Shift+Z", "Shortcut+Y"));
    }

    private static KeyGroup studies() {
        return KeyGroup.of(
                "studies",
                Line.of("leaveStudies", "Esc"),
                Line.of("openRun", "Enter"),
                Line.of("sortColumn", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    private static KeyGroup manual() {
        return KeyGroup.of(
                "help",
                Line.of("pages", "Alt+Left", "Alt+Right"),
                Line.of("searchHere", "Shortcut+F"),
                Line.of("hits", "Up", "Down"),
                Line.of("openHit", "Enter"),
                Line.of("closeManual", "Esc"));
    }
}
