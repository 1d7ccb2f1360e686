package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.ui.window.MainWindow;
import org.junit.jupiter.api.Test;

class EarlyClassesTest {

    private static final List<String> OURS = EarlyClasses.names().stream()
            .filter(name -> name.startsWith("lab.carousel."))
            .toList();

    @Test
    void namesEachClassOnce() {
        assertThat(EarlyClasses.names()).doesNotHaveDuplicates().contains("javafx.scene.control.Label");
        assertThat(OURS).contains(MainWindow.class.getName());
    }

    @Test
    void namesFewClassesThatAreNotThereAnyMore() {
        List<String> gone = OURS.stream()
                .filter(name -> getClass().getResource("/" + name.replace('.', '/') + ".class") == null)
                .toList();
        assertThat(gone).as("write the list anew").hasSizeLessThan(OURS.size() / 5);
    }
}
