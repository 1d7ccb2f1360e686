package lab.carousel.lesson;

import java.util.Arrays;
import java.util.List;

/** The places of the microscope, in the order in which they are offered. */
public enum PlaceName {
    CELL("cell"),
    UNIT("unit"),
    PREDICTIONS("predictions"),
    AFTER_FORK("afterFork"),
    FORKS("forks"),
    UPDATE("update"),
    WEIGHTS("weights"),
    STATE_MAP("stateMap"),
    AUTOMATON("automaton"),
    SATURATION("saturation"),
    CLUE_PROBE("clueProbe"),
    TWO_SEQUENCES("twoSequences"),
    TRANSPLANT("transplant"),
    LESION("lesion"),
    SALIENCY("saliency"),
    FREE_RUN("freeRun"),
    RESET_SWITCH("resetSwitch"),
    COMPARE("compare");

    private final String key;

    PlaceName(String key) {
        this.key = key;
    }

    /** Its name in lessons, files, bundles and ids. */
    public String key() {
        return key;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(PlaceName::key).toList();
    }
}
