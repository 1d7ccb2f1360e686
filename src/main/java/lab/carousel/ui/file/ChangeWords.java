package lab.carousel.ui.file;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.hyperparameters.SettingRow;
import lab.carousel.ui.hyperparameters.SettingsTable;

/** Says what changed from one experiment to another, setting by setting. */
final class ChangeWords {

    private static final int MOST_LINES = 8;

    private ChangeWords() {}

    /** A line for each setting that differs. */
    static String of(Experiment before, Experiment now) {
        List<SettingRow> rows = SettingsTable.differences(List.of(before, now));
        if (rows.isEmpty()) {
            // Two lists may begin alike
            return Message.text("ui.changes.task");
        }
        String lines = rows.stream().limit(MOST_LINES).map(ChangeWords::line).collect(Collectors.joining("\n"));
        return rows.size() <= MOST_LINES
                ? lines
                : lines + "\n" + Message.text("ui.changes.more", rows.size() - MOST_LINES);
    }

    private static String line(SettingRow row) {
        String before = row.values().get(0);
        String now = row.values().get(1);
        return Message.text("ui.changes.line", row.name(), before, now);
    }
}
