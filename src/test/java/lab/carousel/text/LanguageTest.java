package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.SourceFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language is spoken, and what it leaves alone. */
class LanguageTest {

    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d,])");

    private static final List<String> SHIPPED =
            Language.all().stream().map(Language::code).toList();

    private final InLanguage before = new InLanguage(Language.ENGLISH);

    @AfterEach
    void putBack() {
        before.close();
    }

    @ParameterizedTest
    @CsvSource({"de-DE, de", "de-CH, de", "de, de", "en-GB, en", "qzz, en", "nds, en"})
    void theSystemDecides(String system, String expected) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(system));
        assertThat(Language.current().code()).isEqualTo(expected);
    }

    @Test
    void aChoiceLeavesTheFormatsOfTheSystem() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        InLanguage.GERMAN.speak();
        assertThat(Language.current()).isEqualTo(InLanguage.GERMAN);
        assertThat(Locale.getDefault()).as("what JavaFX asks for its own menus").isEqualTo(Locale.GERMAN);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(Locale.UK);
    }

    @Test
    void eachIsNamedInItself() {
        assertThat(Language.ENGLISH.title()).isEqualTo("English");
        assertThat(InLanguage.GERMAN.title()).isEqualTo("Deutsch");
        assertThat(Language.of("de")).contains(InLanguage.GERMAN);
        assertThat(Language.of("qzz")).isEmpty();
    }

    @Test
    void theMarksInNumbersAreALanguagesOwn() {
        Message message = Message.of("lesson.value", "3,000", 1_234.5);
        assertThat(message.text(Language.ENGLISH)).isEqualTo("3,000: 1,234.5");
        assertThat(message.text(InLanguage.GERMAN)).isEqualTo("3,000: 1\u202f234,5");
        Message choice = Message.of("verdict.easyWrong", 12_345);
        assertThat(choice.text(InLanguage.GERMAN)).contains("12\u202f345");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> NumberText.whole(-1_000_000)))
                .isEqualTo("−1\u202f000\u202f000");
        assertThat(InLanguage.hear(InLanguage.GERMAN, () -> NumberText.loss(1_234.5)))
                .isEqualTo("1\u202f234,5000");
    }

    /** What an English text writes with commas between thousands is another number in German. */
    @Test
    void noGermanTextHasACommaBetweenThousands() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String folder : List.of("src/main/resources/lab/carousel/text", "src/site/markdown", "assets/lessons")) {
            for (Path file : german(folder)) {
                Path english = Path.of(file.toString().replace("/de/", "/en/").replace(".de.", "."));
                List<String> thousands = THOUSANDS
                        .matcher(Files.readString(english))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                String text = Files.readString(file);
                THOUSANDS
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(thousands::contains)
                        .forEach(each -> wrong.add(file + ": " + each));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noGermanTextOnTheScreenHasADecimalPoint() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : german("src/main/resources/lab/carousel/text")) {
            BundleTexts.of(file).forEach((key, text) -> {
                if (text.replaceAll("\\{[^{}]*}", "").matches("(?s).*\\d\\.\\d.*")) {
                    wrong.add(key + " = " + text);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> german(String folder) {
        return SourceFiles.below(Path.of(folder), "").stream()
                .filter(each -> each.toString().matches(".*(/de/.*|\\.de)\\.(properties|md|json)"))
                .toList();
    }

    /** Those that are found besides the ones that come with the program, which stand in the same order. */
    private static List<?> without(List<String> shipped, List<?> all) {
        assertThat(all.subList(0, shipped.size())).extracting(Object::toString).containsExactlyElementsOf(shipped);
        return all.subList(shipped.size(), all.size());
    }

    /** A folder on the class path, a library beside it and the folder of the system property, each with a made-up language. */
    @Test
    void folderThatIsDroppedInIsALanguage(@TempDir Path folder) throws Exception {
        language(folder.resolve("dropped/lab/carousel/text/qaa"), "Quenya", "toolbar.play.label = Tyal");
        language(folder.resolve("named/qab"), "Sindarin\nlanguage.thousands =", "task.noSequence = Tad");
        Path library = folder.resolve("library.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(library))) {
            for (String name : List.of("", "qac/", "qac/language.properties")) {
                zip.putNextEntry(new ZipEntry("lab/carousel/text/" + name));
            }
        }
        URL program = Language.class.getProtectionDomain().getCodeSource().getLocation();
        URL words = Objects.requireNonNull(Language.class.getResource("/lab/carousel/text/en/task.properties"));
        URL resources = new URL(words.toString().replace("lab/carousel/text/en/task.properties", ""));
        URL[] classPath = {
            program,
            resources,
            folder.resolve("dropped/").toUri().toURL(),
            library.toUri().toURL()
        };
        System.setProperty(Language.FOLDER_PROPERTY, folder.resolve("named").toString());
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> languages = loader.loadClass(Language.class.getName());
            List<?> all = (List<?>) languages.getMethod("all").invoke(null);
            List<?> dropped = without(SHIPPED, all);
            assertThat(dropped).extracting(Object::toString).containsExactly("qaa", "qab", "qac");
            assertThat(dropped)
                    .extracting(each -> languages.getMethod("title").invoke(each))
                    .containsExactly("Quenya", "Sindarin", "qac");

            Method whole = loader.loadClass(NumberText.class.getName()).getMethod("whole", long.class);
            Method meanwhile = languages.getMethod("meanwhile", Supplier.class);
            Supplier<Object> number = () -> {
                try {
                    return whole.invoke(null, 5_000L);
                } catch (ReflectiveOperationException failure) {
                    throw new IllegalStateException(failure);
                }
            };
            assertThat(meanwhile.invoke(dropped.get(1), number)).isEqualTo("5,000");

            assertThat(said(loader, "toolbar.play.label", dropped.get(0))).isEqualTo("Tyal");
            assertThat(said(loader, "task.noSequence", dropped.get(1))).isEqualTo("Tad");
            assertThat(said(loader, "task.noSequence", dropped.get(0)))
                    .as("what is missing is English")
                    .isEqualTo(Message.of("task.noSequence").text(Language.ENGLISH));
        } finally {
            System.clearProperty(Language.FOLDER_PROPERTY);
        }
    }

    /** Nothing that is wrong in a folder of words keeps the program from speaking: it says where, and goes on in English. */
    @Test
    void brokenFolderIsToldAndLeftOut(@TempDir Path folder) throws Exception {
        language(folder.resolve("qaa"), "Quenya", "task.noSequence = Tad");
        Files.writeString(folder.resolve("qaa/study.properties"), "study.freeRun.length = \\u12");
        Files.createDirectories(folder.resolve("qaa/loss.properties"));
        Files.writeString(
                folder.resolve("qaa/cli.properties"), "cli.option.noValue = {0\ncli.option.unknown = {0,number}");
        Files.createDirectories(folder.resolve("qab/language.properties"));
        Files.createDirectories(folder.resolve("de/task.properties"));
        // Before the folder is named: what these languages read of it would be told in all tests after this one
        Map<String, String> english = Stream.of(
                        "study.freeRun.length", "loss.title", "cli.option.noValue", "cli.option.unknown")
                .collect(
                        Collectors.toMap(key -> key, key -> Message.of(key, "x").text(Language.ENGLISH)));
        String german = Message.of("task.noSequence").text(InLanguage.GERMAN);
        System.setProperty(Language.FOLDER_PROPERTY, folder.toString());
        URL program = Language.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {program}, ClassLoader.getPlatformClassLoader())) {
            Class<?> languages = loader.loadClass(Language.class.getName());
            List<?> all = (List<?>) languages.getMethod("all").invoke(null);
            List<?> dropped = without(SHIPPED, all);
            assertThat(dropped).extracting(Object::toString).containsExactly("qaa");
            for (String key : english.keySet()) {
                assertThat(said(loader, key, dropped.get(0))).as(key).isEqualTo(english.get(key));
            }
            assertThat(said(loader, "task.noSequence", all.get(1))).isEqualTo(german);
            assertThat((List<?>) languages.getMethod("broken").invoke(null))
                    .extracting(Object::toString)
                    .satisfiesExactly(
                            of -> assertThat(of).contains(folder.resolve("de/task.properties") + " "),
                            of -> assertThat(of).contains(folder.resolve("qaa/loss.properties") + " "),
                            of -> assertThat(of).contains(folder.resolve("qaa/study.properties") + " "),
                            of -> assertThat(of).contains(folder.resolve("qab/language.properties") + " "),
                            of -> assertThat(of)
                                    .contains("qaa/cli.properties, cli.option.noValue has an error (Unmatched braces"),
                            of -> assertThat(of).contains("qaa/cli.properties, cli.option.unknown has an error ("));
        } finally {
            System.clearProperty(Language.FOLDER_PROPERTY);
        }
    }

    private static Path language(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("language.properties"), "language.name = " + name);
        return Files.writeString(folder.resolve(text.split("\\.")[0] + ".properties"), text);
    }

    private static Object said(ClassLoader loader, String key, Object language) throws ReflectiveOperationException {
        Class<?> messages = loader.loadClass(Message.class.getName());
        Object message = messages.getMethod("of", String.class, Object[].class).invoke(null, key, new Object[] {"x"});
        return messages.getMethod("text", language.getClass()).invoke(message, language);
    }
}
