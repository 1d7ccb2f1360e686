package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lab.carousel.manual.ChapterEntry;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.model.Settings;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.drawn.DrawnKinds;
import org.junit.jupiter.api.Test;

/** The pages of the manual: all of them are to be found, in the program too, and their links lead somewhere. */
class ManualTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Manual MANUAL = ShippedManual.read("en");
    /** The places on the screen that are no places of the microscope and no hyperparameters. */
    private static final List<String> PLACES = List.of(
            "toolbar",
            "live",
            "fileMenu",
            "editMenu",
            "viewMenu",
            "exportMenu",
            "helpMenu",
            "taskEditor",
            "hyperparameters",
            "lossView",
            "state",
            "microscope",
            "history",
            "status",
            "studies",
            "lessonCard",
            "animationPanel",
            "notice");

    @Test
    void everyPageIsNamedInTheIndex() throws IOException {
        String index = Files.readString(PAGES.resolve("index.md"));

        assertThat(files()).filteredOn(page -> !page.endsWith("index.md")).allSatisfy(page -> assertThat(index)
                .contains("](" + page.getFileName() + ")"));
    }

    @Test
    void everyPageIsOnceInTheContents() throws IOException {
        List<String> names = MANUAL.chapters().stream()
                .flatMap(chapter -> chapter.entries().stream())
                .map(ChapterEntry::page)
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .map(page -> page.getFileName().toString())
                        .toList());
    }

    @Test
    void linksLeadToPagesAndAnchorsThatExist() {
        List<String> broken = new ArrayList<>();
        for (ManualPage page : MANUAL.pages()) {
            page.links().stream()
                    .filter(link -> !link.startsWith("https://"))
                    .filter(link -> !MANUAL.has(LinkTarget.of(link, page.name())))
                    .map(link -> page.name() + ": " + link)
                    .forEach(broken::add);
        }
        assertThat(broken).isEmpty();
        assertThat(MANUAL.pages()).flatMap(ManualPage::links).hasSizeGreaterThan(30);
    }

    @Test
    void picturesAreWhereThePagesSayAndInTheProgram() {
        Set<String> shown = new TreeSet<>();
        for (ManualPage page : MANUAL.pages()) {
            for (String picture : page.pictures()) {
                assertThat(PAGES.resolve(picture).normalize()).as(page.name()).exists();
                assertThat(ShippedManual.picture(picture))
                        .as(page.name() + ": " + picture)
                        .isPresent();
                shown.add(picture);
            }
        }
        assertThat(shown).hasSizeGreaterThan(10);
    }

    @Test
    void anAnchorIsInOnePlaceOnly() throws IOException {
        Map<String, String> pages = new HashMap<>();
        Pattern anchor = Pattern.compile("<a id=\"([^\"]+)\"></a>");
        for (Path file : files()) {
            anchor.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(name -> {
                        assertThat(MANUAL.page(file.getFileName().toString())
                                        .orElseThrow()
                                        .anchors())
                                .as("read")
                                .containsKey(name);
                        assertThat(pages.put(name, file.getFileName().toString()))
                                .as(name)
                                .isNull();
                    });
        }
        // What a heading is called by itself must not hide a place
        Set<String> places = new HashSet<>(pages.keySet());
        for (String place : places) {
            assertThat(MANUAL.about(place).orElseThrow().page()).as(place).isEqualTo(pages.get(place));
        }
    }

    @Test
    void everyPlaceOnTheScreenIsDescribed() {
        assertThat(PLACES)
                .allSatisfy(place -> assertThat(MANUAL.about(place)).as(place).isPresent());
    }

    @Test
    void everyHyperparameterIsDescribed() {
        assertThat(Settings.names()).allSatisfy(name -> assertThat(MANUAL.about(name))
                .as(name)
                .get()
                .matches(target -> Set.of("networks.md", "settings.md").contains(target.page())));
        assertThat(MANUAL.about("engine")).isPresent();
    }

    @Test
    void everyDrawnTaskHasItsRow() throws IOException {
        for (String page : List.of("experiment-files.md", "experiment-files.de.md")) {
            assertThat(Files.readString(PAGES.resolve(page)).lines().filter(line -> line.startsWith("| `\"")))
                    .as(page)
                    .extracting(row -> row.split("\"")[1])
                    .containsExactlyElementsOf(
                            DrawnKinds.ALL.stream().map(DrawnTask::name).toList());
        }
    }

    @Test
    void everyLibraryIsNamed() throws IOException {
        String about = Files.readString(PAGES.resolve("about.md")).toLowerCase().replaceAll("[^a-z0-9]", "");
        String runtime = Files.readString(Path.of("pom.xml")).split("<!-- Tests -->")[0];
        Map<String, String> names = Map.of(
                "javafx", "openjfx", "atlantafx", "atlantafx", "nd4j", "nd4j", "logback", "logback", "slf4j", "slf4j");
        List<String> libraries = Pattern.compile("<dependency>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL)
                .matcher(runtime.substring(
                        runtime.indexOf("<dependencies>", runtime.indexOf("</dependencyManagement>"))))
                .results()
                .map(match -> match.group(1).toLowerCase())
                .toList();

        assertThat(libraries).hasSizeGreaterThan(12);
        assertThat(libraries).allSatisfy(library -> {
            String first = library.split("-")[0];
            assertThat(about).contains(names.getOrDefault(first, first));
        });
    }

    private static List<Path> files() {
        return SourceFiles.below(PAGES, ".md").stream()
                .filter(file -> !file.toString().endsWith(".de.md"))
                .toList();
    }
}
