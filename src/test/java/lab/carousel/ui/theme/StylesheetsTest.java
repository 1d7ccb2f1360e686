package lab.carousel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(InWindow.class)
class StylesheetsTest {

    private static final Path FOLDER = Path.of("src/main/resources/lab/carousel/ui");

    @Test
    void everySheetIsInTheOneThatScenesHave() throws IOException {
        List<String> imported = Files.readAllLines(FOLDER.resolve("all.css")).stream()
                .filter(line -> line.startsWith("@import"))
                .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".css") && !name.equals("all.css")))
                    .containsExactlyInAnyOrderElementsOf(imported);
        }
    }

    @Test
    void aSceneHasItOnce(FxRobot robot) {
        List<String> sheets = new ArrayList<>();
        robot.interact(() -> {
            Group root = new Group();
            Stylesheets.addToSceneOf(root);
            Scene scene = new Scene(root);

            Stylesheets.addTo(scene);
            sheets.addAll(scene.getStylesheets());
        });

        assertThat(sheets).hasSize(1).allMatch(sheet -> sheet.endsWith("/lab/carousel/ui/all.css"));
    }
}
