package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Old libraries that Deeplearning4j asks for and does not need stay out; known holes of what is in it are accounted for. */
class LibrariesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/apache/commons/net/ftp/FTPClient",
                "org/apache/commons/compress/archivers/tar/TarArchiveInputStream",
                "org/apache/commons/codec/binary/Base64",
                "org/apache/commons/collections4/ListUtils",
                "com/google/gson/Gson",
                "com/google/flatbuffers/FlatBufferBuilder",
                "com/jakewharton/byteunits/BinaryByteUnit",
                "javax/activation/DataHandler",
                "net/ericaro/neoitertools/Generator",
                "org/nd4j/shade/protobuf/Message",
                "org/deeplearning4j/common/resources/DL4JResources"
            })
    void isLeftOut(String name) {
        assertThat(getClass().getClassLoader().getResource(name + ".class")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"commons-io, commons-io, 2.22.0", "org.apache.commons, commons-lang3, 3.22.0"})
    void isNewerThanDeeplearning4jAsksFor(String group, String artifact, String version) throws IOException {
        // the tests' own machinery may carry another copy
        assertThat(versions(group, artifact)).contains(version);
    }

    @Test
    void everyKnownHoleSaysWhyItDoesNotReachAndOfWhat() throws IOException {
        JsonNode note = note();
        List<String> refs = new ArrayList<>();
        note.findValues("bom-ref").forEach(ref -> refs.add(ref.asText()));

        assertThat(note.get("vulnerabilities")).hasSizeGreaterThan(10).allSatisfy(hole -> {
            assertThat(hole.at("/analysis/state").asText()).isEqualTo("not_affected");
            assertThat(hole.at("/analysis/justification").asText()).startsWith("code_not_");
            assertThat(hole.at("/analysis/detail").asText()).isNotBlank();
            assertThat(refs).contains(hole.at("/affects/0/ref").asText());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core, jackson-databind, 2.13.3",
        "org.yaml, snakeyaml, 1.26",
        "com.google.guava, guava, 30.1.1-jre"
    })
    void relocatedCopiesAreTheOnesThatTheNoteNames(String group, String artifact, String version) throws IOException {
        assertThat(versions(group, artifact)).contains(version);
        assertThat(note().toString()).contains("relocated:" + group + "/" + artifact + "@" + version);
    }

    /** What packages contain of the JDK is what the code names; a package that lacks a module ends when it is used. */
    @Test
    void thePackagedProgramHasTheModulesOfTheJdkThatItsCodeNames() throws ClassNotFoundException {
        Matcher listed = Pattern.compile("(?m)^--add-modules (\\S+)$")
                .matcher(SourceFiles.text(Path.of("packaging/program.options")));
        assertThat(listed.find()).isTrue();
        Set<String> packaged = Configuration.empty()
                .resolve(
                        ModuleFinder.ofSystem(),
                        ModuleFinder.of(),
                        Set.of(listed.group(1).split(",")))
                .modules()
                .stream()
                .map(ResolvedModule::name)
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        Pattern ofJdk = Pattern.compile("(?m)^import ((?:javax?|com\\.sun|jdk|org\\.w3c|org\\.xml)\\.[\\w.]+);$");
        for (Path file : SourceFiles.below(Path.of("src/main/java"), ".java")) {
            Matcher imports = ofJdk.matcher(SourceFiles.text(file));
            while (imports.find()) {
                named.add(moduleOf(imports.group(1)));
            }
        }
        assertThat(named).contains("java.base", "java.desktop", "jdk.management");
        assertThat(packaged).containsAll(named);
    }

    /** Libraries of the build and of tests; TeaVM's class library is in the page's computing. */
    private static final Pattern NOT_SHIPPED = Pattern.compile(
            "(?:teavm-(?!classlib)|asm-|jzlib-|hppc-|core-3|jopt-simple-|onnxruntime-|json-schema-validator-|itu-|assertj-core-"
                    + "|testfx-|hamcrest-|openjfx-monocle-|archunit-|rhino-|jsoup-|axe-core-|jspecify-).*");

    @Test
    void theTextOfItsLicenceIsInEachLibraryOrHere() throws IOException {
        Map<String, String> told = licences();
        Set<String> unused = new TreeSet<>(told.keySet());
        List<String> without = new ArrayList<>();
        for (String file : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(file).getFileName().toString();
            if (!name.endsWith(".jar") || NOT_SHIPPED.matcher(name).matches()) {
                continue;
            }
            List<String> here = told.keySet().stream().filter(name::startsWith).toList();
            here.forEach(unused::remove);
            if (here.isEmpty() && !hasLicence(file)) {
                without.add(name);
            }
        }
        assertThat(without).isEmpty();
        assertThat(unused).as("told of what is no longer shipped").isEmpty();
    }

    @Test
    void theTextsOfLicencesAreInTheJar() throws IOException {
        List<String> texts = new ArrayList<>(
                List.of("MIT.txt", "../../lab/carousel/font/OFL.txt", "../../lab/carousel/lessons/LICENSE"));
        licences().values().forEach(files -> texts.addAll(List.of(files.split(", "))));
        assertThat(texts).hasSizeGreaterThan(15).allSatisfy(text -> {
            String resource =
                    URI.create("/META-INF/licenses/" + text).normalize().getPath();
            try (InputStream in = LibrariesTest.class.getResourceAsStream(resource)) {
                assertThat(in).as(resource).isNotNull();
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .containsPattern("(?i)copyright|licen[cs]e")
                        .hasSizeGreaterThan(1_000);
            }
        });
        for (String packed : List.of("image.sh", "windows.ps1")) {
            assertThat(SourceFiles.text(Path.of("packaging", packed))).containsPattern("META-INF.licenses");
        }
    }

    /** The rows of the table in META-INF/licenses: beginnings of file names, and the texts. */
    private static Map<String, String> licences() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream in = LibrariesTest.class.getResourceAsStream("/META-INF/licenses/README.txt")) {
            Matcher row = Pattern.compile("(?m)^(\\S+-)\\* \\| ([^|]+) \\| .+$")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (row.find()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    private static boolean hasLicence(String file) throws IOException {
        try (ZipFile jar = new ZipFile(file)) {
            return jar.stream().anyMatch(entry -> entry.getName().matches("(?i)(META-INF/)?[^/]*licen[cs]e[^/]*"));
        }
    }

    private static String moduleOf(String type) throws ClassNotFoundException {
        String name = type;
        while (true) {
            try {
                return Class.forName(name, false, ClassLoader.getSystemClassLoader())
                        .getModule()
                        .getName();
            } catch (ClassNotFoundException nested) {
                int end = name.lastIndexOf('.');
                if (!Character.isUpperCase(name.charAt(name.lastIndexOf('.', end - 1) + 1))) {
                    throw nested;
                }
                name = name.substring(0, end) + "$" + name.substring(end + 1);
            }
        }
    }

    private static JsonNode note() throws IOException {
        try (InputStream in = LibrariesTest.class.getResourceAsStream("/META-INF/sbom/carousel.vex.cdx.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<String> versions(String group, String artifact) throws IOException {
        String own = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        List<String> versions = new ArrayList<>();
        for (URL copy : Collections.list(LibrariesTest.class.getClassLoader().getResources(own))) {
            try (InputStream in = copy.openStream()) {
                versions.add(version(in));
            }
        }
        return versions;
    }

    private static String version(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        return properties.getProperty("version");
    }
}
