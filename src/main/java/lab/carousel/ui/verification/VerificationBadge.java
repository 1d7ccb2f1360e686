package lab.carousel.ui.verification;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import javafx.scene.control.Label;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.verification.VerificationState.VerificationKind;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells in a few words what Deeplearning4j says of the run, and everything on hover. Not there while there is nothing. */
public final class VerificationBadge extends Label {

    private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);

    public VerificationBadge(VerificationService service) {
        whole(named(this, "verification", "verification")).setGraphic(icon);
        WindowListeners.show(this, () -> show(service.stateProperty().get()), service.stateProperty());
    }

    private void show(VerificationState state) {
        Controls.show(this, state.kind() != VerificationKind.NONE);
        setText(state.detail().isEmpty() ? state.headline() : state.headline() + "\n" + state.detail());
        Tip.putLong(this, state.hint());
        setAccessibleText(getText().replace('\n', ' '));
        icon.setIconCode(icon(state.kind()));
        getStyleClass().removeAll("verified", "differs");
        if (state.kind() == VerificationKind.VERIFIED) {
            getStyleClass().add("verified");
        } else if (state.kind() == VerificationKind.DIFFERS || state.kind() == VerificationKind.FAILED) {
            getStyleClass().add("differs");
        }
    }

    private static Feather icon(VerificationKind kind) {
        return switch (kind) {
            case NONE, CHECKING -> Feather.LOADER;
            case VERIFIED -> Feather.CHECK_CIRCLE;
            case DIFFERS, FAILED -> Feather.ALERT_TRIANGLE;
            case KERNEL_ONLY -> Feather.MINUS_CIRCLE;
        };
    }
}
