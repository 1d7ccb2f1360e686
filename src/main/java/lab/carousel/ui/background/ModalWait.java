package lab.carousel.ui.background;

import javafx.application.Platform;

/** Waits on the JavaFX thread for the end of something, while the window goes on. */
public final class ModalWait {

    private boolean isOver;
    private boolean isWaiting;

    public void end() {
        isOver = true;
        if (isWaiting) {
            Platform.exitNestedEventLoop(this, null);
        }
    }

    public void await() {
        if (!isOver) {
            isWaiting = true;
            Platform.enterNestedEventLoop(this);
        }
    }
}
