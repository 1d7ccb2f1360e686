package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Stylesheets;
import lab.carousel.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** How a page of the manual comes on the screen. */
@ExtendWith(InWindow.class)
class PageViewTest {

    private static final ManualPage TWENTY = page("twenty.md", 20);
    private static final Manual MANUAL = ShippedManual.read("en").with(TWENTY);

    private PageView view;

    private void open() {
        view = new PageView(target -> {});
        new Scene(view, 600, 400);
    }

    private static ManualPage page(String name, int paragraphs) {
        return ManualPage.read(
                name,
                "# Title\n\n"
                        + IntStream.rangeClosed(1, paragraphs)
                                .mapToObj(number -> "Paragraph " + number)
                                .collect(Collectors.joining("\n\n")));
    }

    private int blocks() {
        Pane paper = (Pane) view.getContent();
        return ((Pane) paper.getChildren().get(0)).getChildren().size();
    }

    @Test
    void aPageComesPieceByPieceUntilAllOfItIsThere(FxRobot robot) {
        List<Integer> seen = new ArrayList<>();
        robot.interact(() -> {
            open();
            boolean isMore = true;
            while (isMore) {
                isMore = view.showMore(MANUAL, TWENTY);
                seen.add(blocks());
            }
        });
        assertThat(seen).containsExactly(0, 6, 12, 18, 21);
    }

    @Test
    void whatIsAskedForMeanwhileIsThereAsAWhole(FxRobot robot) {
        ManualPage other = page("other.md", 9);
        List<Integer> seen = new ArrayList<>();
        robot.interact(() -> {
            open();
            view.showMore(MANUAL, TWENTY);
            view.showMore(MANUAL, TWENTY);
            view.show(MANUAL, TWENTY);
            seen.add(blocks());
            view.showMore(MANUAL, other);
            view.show(MANUAL, TWENTY);
            seen.add(blocks());
        });
        assertThat(seen).containsExactly(21, 21);
    }

    @Test
    void theRestOfAPageComesWithoutAComplaintAfterItsWindowWasClosed(FxRobot robot) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        Logger styles = Logger.getLogger("javafx.css");
        Handler heard = new Handler() {
            @Override
            public void publish(LogRecord complaint) {
                complaints.add(complaint.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        styles.addHandler(heard);
        try {
            AtomicReference<Stage> window = new AtomicReference<>();
            robot.interact(() -> {
                Theme.LIGHT.apply();
                open();
                Stylesheets.addTo(view.getScene());
                window.set(new Stage());
                window.get().setScene(view.getScene());
                window.get().show();
                view.showMore(MANUAL, TWENTY);
                view.showMore(MANUAL, TWENTY);
            });
            robot.interact(() -> window.get().hide());
            robot.interact(() -> {
                view.showMore(MANUAL, TWENTY);
                view.showMore(MANUAL, TWENTY);
            });
            assertThat(blocks()).isEqualTo(18);
            robot.interact(() -> {
                view.show(MANUAL, page("other.md", 9));
                view.scrollTo("");
            });
        } finally {
            styles.removeHandler(heard);
        }
        assertThat(complaints).isEmpty();
    }
}
