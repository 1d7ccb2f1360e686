package lab.carousel.file.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.carousel.text.InvalidInput;

/**
 * Sessions in a folder, and the files in them, to be changed by hand.
 *
 * @param folder where they are written
 */
record SessionZip(Path folder) {

    Path saved(Session session) {
        Path file = folder.resolve("lesson.carousel-session");
        SessionFile.write(file, session);
        return file;
    }

    Path zip(Map<String, byte[]> files) throws IOException {
        Path file = folder.resolve("lesson-changed.carousel-session");
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    Session opens(Map<String, byte[]> files, String... told) throws IOException {
        List<InvalidInput> broken = new ArrayList<>();
        Session read = SessionFile.read(zip(files), broken::add);
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).getMessage()).contains(told);
        return read;
    }

    static Map<String, byte[]> unzip(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> change(Map<String, byte[]> files, String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return changed;
    }

    static Map<String, byte[]> change(Map<String, byte[]> files, String name, String text) {
        assertThat(text).isNotEqualTo(text(files, name));
        return change(files, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, byte[]> without(Map<String, byte[]> files, String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return changed;
    }
}
