package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Objects;
import lab.carousel.text.Message;
import lab.carousel.ui.notice.Notices;

/** A file that is being read: it says so when it takes long, and can be given up. Used on the JavaFX thread. */
final class Reading {

    private final Path file;
    private final Notices notices;
    private boolean isTold;
    private boolean isOver;

    Reading(Path file, Notices notices) {
        this.file = file;
        this.notices = notices;
    }

    /** Says what is waited for, if it still is. */
    void tell() {
        if (!isOver) {
            isTold = true;
            String name = Objects.toString(file.getFileName(), file.toString());
            notices.work(Message.of("ui.reading", name), Message.of("ui.reading.cancel"), () -> isOver = true);
        }
    }

    /** It is read; gives whether that is still wanted. */
    boolean end() {
        boolean isWanted = !isOver;
        isOver = true;
        if (isWanted && isTold) {
            notices.endWork();
        }
        return isWanted;
    }
}
