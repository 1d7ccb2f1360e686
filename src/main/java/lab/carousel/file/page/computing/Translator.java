package lab.carousel.file.page.computing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.drawing.font.FontFace;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Translates {@link PageComputing} into JavaScript, which takes longer than the compiler; only the build runs this. It is not
 * done again while the script is the one that was made of these classes with these libraries: a note beside the folder of
 * classes says of what it was made. Timestamps do not, as the compiler writes all classes anew.
 */
final class Translator {

    private static final String FOLDER = "lab/carousel/page/";
    private static final String SCRIPT = "computing.js";

    private Translator() {}

    /** @param arguments the folder of classes, and the note */
    public static void main(String[] arguments) throws IOException, TeaVMToolException {
        Path classes = Path.of(arguments[0]);
        Path note = Path.of(arguments[1]);
        Path script = classes.resolve(FOLDER + SCRIPT);
        List<String> libraries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        if (Files.exists(script)
                && Files.exists(note)
                && Files.readString(note).equals(digest(classes, libraries, script))) {
            return;
        }
        Files.deleteIfExists(script);
        translate(libraries, classes.resolve(FOLDER));
        Files.writeString(note, digest(classes, libraries, script));
    }

    private static void translate(List<String> libraries, Path folder) throws TeaVMToolException {
        TeaVMTool tool = new TeaVMTool();
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.setClassPath(libraries.stream().map(File::new).toList());
        tool.setMainClass(PageComputing.class.getName());
        tool.setTargetDirectory(folder.toFile());
        tool.setTargetFileName(SCRIPT);
        tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
        tool.setJsModuleType(JSModuleType.COMMON_JS);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setObfuscated(true);
        // Bounds and nulls are checked, as in Java
        tool.setStrict(true);
        tool.generate();
        if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
            throw new TeaVMToolException("The computing of the page cannot be translated");
        }
    }

    /**
     * Of the script, the names of the libraries, which have their versions, the widths of the font, and all classes but those
     * of the window, which nothing below it uses.
     */
    private static String digest(Path classes, List<String> libraries, Path script) throws IOException {
        MessageDigest digest = sha256();
        digest.update(Files.readAllBytes(script));
        digest.update(FontFace.table().getBytes(StandardCharsets.UTF_8));
        for (String library : libraries) {
            digest.update(new File(library).getName().getBytes(StandardCharsets.UTF_8));
        }
        Path window = classes.resolve("lab/carousel/ui");
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(each -> !each.startsWith(window))
                    .filter(each -> each.toString().endsWith(".class")
                            || each.toString().contains("org.teavm."))
                    .sorted()
                    .toList()) {
                digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
