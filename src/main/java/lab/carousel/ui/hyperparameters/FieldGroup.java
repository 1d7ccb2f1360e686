package lab.carousel.ui.hyperparameters;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Some rows under a header that folds them away. A folded group says in its header what differs from the reference. A
 * problem that comes up inside unfolds it.
 */
final class FieldGroup extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ToggleButton header = new ToggleButton();
    private final FontIcon chevron = new FontIcon();
    private final FontIcon alert = new FontIcon(Feather.ALERT_CIRCLE);
    private final Label summary = new Label();
    private final VBox body;
    private final Settings.Group group;
    private final List<FieldRow> rows;
    private boolean hasProblem;

    FieldGroup(Settings.Group group, List<FieldRow> rows) {
        this.group = group;
        this.rows = rows;
        body = new VBox();
        body.getStyleClass().add("rows");
        getStyleClass().add("group");
        if (group == Settings.Group.ESSENTIAL) {
            fill();
            getChildren().add(body);
            return;
        }
        Label title = new Label(group.title());
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("group-title");
        summary.getStyleClass().add("muted");
        summary.setId("summary-" + group.name());
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        alert.getStyleClass().add("group-alert");
        HBox content = new HBox(8, chevron, title, summary, alert);
        content.setAlignment(Pos.CENTER_LEFT);
        header.setGraphic(content);
        header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        header.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(header.widthProperty().subtract(16));
        header.setId("group-" + group.name());
        header.getStyleClass().addAll("flat", "group-header");
        header.setAccessibleRole(AccessibleRole.TITLED_PANE);
        header.setText(group.title());
        header.selectedProperty().addListener((observable, before, now) -> unfold(now));
        getChildren().addAll(header, body);
        unfold(false);
        showProblem(false);
    }

    /** Not before they are seen: what has no place in the window is given no style and no layout. */
    void fill() {
        if (body.getChildren().isEmpty()) {
            body.getChildren().addAll(rows);
        }
    }

    private void unfold(boolean unfolded) {
        if (unfolded) {
            fill();
        }
        FieldRow.show(body, unfolded);
        chevron.setIconCode(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        summary.setVisible(!unfolded);
    }

    /** Shows only the rows of some hyperparameters, without the header; all as before if there are none. */
    void showOnly(Collection<String> names) {
        boolean all = names.isEmpty();
        boolean some = false;
        for (FieldRow row : rows) {
            boolean shown = all || names.contains(row.field().whole());
            FieldRow.show(row, shown);
            some |= shown;
        }
        FieldRow.show(this, some);
        if (!all && some) {
            fill();
        }
        if (group != Settings.Group.ESSENTIAL) {
            FieldRow.show(header, all);
            FieldRow.show(body, all ? header.isSelected() : some);
        }
    }

    /** Says what differs from the reference. */
    void show(HyperparametersDraft draft) {
        String differences = Differences.of(group, draft);
        summary.setText(differences);
        header.setAccessibleHelp(differences);
        // There may be more to say than there is room for
        Tip.put(header, differences);
    }

    /** Unfolds if one of the fields has a problem and none had before; marks the header as long as there is one. */
    void showProblems(Collection<Field> fields) {
        showProblem(fields.stream().anyMatch(field -> Field.of(group).contains(field)));
    }

    private void showProblem(boolean now) {
        if (now && !hasProblem) {
            header.setSelected(true);
        }
        hasProblem = now;
        FieldRow.show(alert, now);
        header.pseudoClassStateChanged(INVALID, now);
    }

    /** Says in a few words what differs from the reference. */
    static final class Differences {

        private static final HyperparametersDraft REFERENCE = HyperparametersDraft.of(Hyperparameters.reference());

        private Differences() {}

        /** The fields of a group that differ and have an effect, with what they hold; empty if there are none. */
        static String of(Settings.Group group, HyperparametersDraft draft) {
            Hyperparameters values = draft.nearest();
            return Field.of(group).stream()
                    .filter(field -> field.setting().isPresent())
                    .filter(field -> field.obstacle(values).isEmpty())
                    .filter(field -> !draft.text(field).equals(REFERENCE.text(field)))
                    .map(field -> Message.text("hyperparameters.difference", field.label(), draft.text(field)))
                    .collect(Collectors.joining(", "));
        }
    }
}
