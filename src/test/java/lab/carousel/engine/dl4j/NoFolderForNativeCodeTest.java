package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.file.disk.OtherProgram;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Deeplearning4j's native code cannot be unpacked, it is said what to do. */
class NoFolderForNativeCodeTest {

    @TempDir
    Path folder;

    /** Loads the native code twice, with folders in which nothing can be made. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            Language.ENGLISH.speak();
            System.setProperty("user.home", arguments[0]);
            System.setProperty("java.io.tmpdir", arguments[0]);
            for (int time = 0; time < 2; time++) {
                try {
                    NativeCode.load();
                } catch (InvalidInput problem) {
                    System.out.println("refused: " + problem.getMessage());
                }
            }
        }
    }

    @Test
    void itIsSaidInPlainWordsEachTime() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "").resolve("none");
        Process loading = OtherProgram.of(Loading.class, noFolder)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String refused =
                "refused: Deeplearning4j found no folder to unpack its native code into: make %s or %s writable, or train with the kernel."
                        .formatted(noFolder.resolve(".javacpp"), noFolder);
        assertThat(loading.inputReader().lines().filter(line -> line.startsWith("refused")))
                .containsExactly(refused, refused);
    }
}
