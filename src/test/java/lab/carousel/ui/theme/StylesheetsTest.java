package lab.carousel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

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
    void aSceneHasItOnce() {
        Group root = new Group();
        Stylesheets.addToSceneOf(root);
        Scene scene = new Scene(root);

        Stylesheets.addTo(scene);

        assertThat(scene.getStylesheets()).hasSize(1).allMatch(sheet -> sheet.endsWith("/lab/carousel/ui/all.css"));
    }
}
