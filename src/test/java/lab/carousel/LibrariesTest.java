package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        assertThat(named).contains("java.base", "java.desktop", "jdk.httpserver");
        assertThat(packaged).containsAll(named);
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
