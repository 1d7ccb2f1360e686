package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.notice.Notices;

/** A file that is being read: it says how far it is when it takes long, and can be given up. Used on the JavaFX thread. */
final class FileReading {

    private static final int PERCENT = 100;

    private final String name;
    private final Notices notices;
    private final Runnable onGiveUp;
    private final ReadProgress progress = new ReadProgress();
    private boolean isTold;
    private boolean isOver;

    FileReading(Path file, Notices notices, Runnable onGiveUp) {
        this.onGiveUp = onGiveUp;
        this.name = Objects.toString(file.getFileName(), file.toString());
        this.notices = notices;
    }

    /** What is told by who reads. */
    ReadProgress progress() {
        return progress;
    }

    /** Says what is waited for, and how far it is; gives whether it still is. */
    boolean tell() {
        if (isOver) {
            return false;
        }
        if (isTold) {
            notices.workOn(words());
        } else {
            isTold = true;
            notices.work(words(), Message.of("ui.reading.cancel"), this::giveUp);
        }
        return true;
    }

    private Message words() {
        OptionalDouble share = progress.share();
        return share.isPresent()
                ? Message.of("ui.reading.share", name, (int) (PERCENT * share.getAsDouble()))
                : Message.of("ui.reading", name);
    }

    private void giveUp() {
        isOver = true;
        progress.giveUp();
        onGiveUp.run();
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
