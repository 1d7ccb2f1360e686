package lab.carousel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.file.output.TrainOutput;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.export.Exporter.ExportFile;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.selection.Selection;
import org.junit.jupiter.api.Test;

class ExporterTest {

    private final Notices notices = new Notices();
    private final Exporter exporter = new Exporter(
            new FileAccess(Background.synchronous(), Background.DISK, new AnsweringDialogs(), notices),
            Optional::empty,
            () -> false,
            () -> Colours.values()[0],
            Optional::empty,
            experiment -> Optional.empty());

    @Test
    void whatIsNoPictureNeedsTheNetworkThatIsStillPrepared() {
        Stream.<Runnable>of(
                        () -> exporter.export(ExportFile.of(TrainOutput.STATES, "states", ".csv", "states.csv")),
                        () -> exporter.copyLink(new Selection()),
                        () -> exporter.copyCommand(Optional.empty(), "", List.of()))
                .forEach(export -> {
                    export.run();
                    assertThat(notices.shownProperty().get().orElseThrow().words())
                            .isEqualTo("The network is still being prepared. Try again in a moment.");
                });
    }
}
