package lab.carousel.lesson;

import java.util.Arrays;
import java.util.List;

/** The places of the microscope, in the order in which they are offered. */
public enum PlaceName {
    CELL("cell"),
    UNIT("unit"),
    PREDICTIONS("predictions"),
    FORECAST("forecast", true),
    SAMPLES("samples"),
    AFTER_FORK("afterFork", true),
    FORKS("forks", true),
    UPDATE("update"),
    WEIGHTS("weights"),
    STATE_MAP("stateMap"),
    AUTOMATON("automaton"),
    SATURATION("saturation"),
    CLUE_PROBE("clueProbe"),
    TWO_SEQUENCES("twoSequences"),
    TRANSPLANT("transplant"),
    LESION("lesion", true),
    SALIENCY("saliency"),
    FREE_RUN("freeRun"),
    RESET_SWITCH("resetSwitch"),
    COMPARE("compare", true);

    private final String key;
    private final boolean tellsVerdict;

    PlaceName(String key) {
        this(key, false);
    }

    PlaceName(String key, boolean tellsVerdict) {
        this.key = key;
        this.tellsVerdict = tellsVerdict;
    }

    /** Its name in lessons, files, bundles and ids. */
    public String key() {
        return key;
    }

    /** Whether it tells the verdict of a run, as the status does. */
    public boolean tellsVerdict() {
        return tellsVerdict;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(PlaceName::key).toList();
    }
}
