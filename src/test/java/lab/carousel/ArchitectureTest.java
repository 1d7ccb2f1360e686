package lab.carousel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** The house has rules (architecture.md): which package may use which, and where foreign libraries stay. */
@AnalyzeClasses(
        packages = "lab.carousel",
        importOptions = ImportOption.DoNotIncludeTests.class,
        // Kept for ever, it would be gone through in each collection of the tests that come after it
        cacheMode = CacheMode.PER_CLASS)
class ArchitectureTest {

    private static final List<String> BELOW_FILE =
            List.of("text", "task", "model", "engine", "training", "study", "drawing", "picture", "lesson", "view");

    private static final List<String> FILE_AND_BELOW =
            Stream.concat(BELOW_FILE.stream(), Stream.of("file")).toList();

    /** Each package with those below it that it may use, besides itself. Main, which starts the others, may use all. */
    private static final List<Arrow> ARROWS = List.of(
            new Arrow("text"),
            new Arrow("markdown"),
            new Arrow("manual", "markdown"),
            new Arrow("task", "text"),
            new Arrow("model", "text", "task"),
            new Arrow("engine", "text", "task", "model"),
            new Arrow("training", "text", "task", "model", "engine"),
            new Arrow("study", "text", "task", "model", "engine", "training"),
            new Arrow("lesson", "text", "task", "model", "engine", "training", "study"),
            new Arrow("drawing", "text"),
            new Arrow("picture", "text", "drawing", "task", "model", "training", "study"),
            new Arrow("view", "text", "task", "model", "training", "study", "drawing", "picture", "lesson"),
            new Arrow("file", BELOW_FILE),
            new Arrow("classroom", FILE_AND_BELOW),
            new Arrow("cli", with(FILE_AND_BELOW, "classroom")),
            new Arrow("ui", with(FILE_AND_BELOW, "classroom", "markdown", "manual")));

    private static List<String> with(List<String> packages, String... others) {
        return Stream.concat(packages.stream(), Stream.of(others)).toList();
    }

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_UI = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
            .allowEmptyShould(true);

    /** Of JavaFX; ProgressBar, which is a ProgressIndicator, has rules of its own. */
    private static final String CONTROLS_WITHOUT_RULES =
            "TabPane|TreeView|TreeTableView|DatePicker|ColorPicker|Accordion|ToolBar|PasswordField"
                    + "|Pagination|ProgressIndicator|SplitMenuButton|ChoiceBox|RadioButton|MenuBar|TextInputDialog|ChoiceDialog";

    /** The build leaves their rules out of the looks in the jar: theme.leftOut in pom.xml. */
    @ArchTest
    static final ArchRule CONTROLS_WHOSE_RULES_ARE_LEFT_OUT_ARE_NOT_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("javafx\\.scene\\.(control\\.(" + CONTROLS_WITHOUT_RULES + ")|chart\\..*|web\\..*)"
                    + "|atlantafx\\.base\\.controls\\.(?!ToggleSwitch).*");

    @ArchTest
    static final ArchRule DEEPLEARNING4J_STAYS_IN_ITS_ENGINE_AND_THE_MODEL_ZIP = noClasses()
            .that(not(resideInAPackage("lab.carousel.engine.dl4j.."))
                    .and(not(isOrIsIn("lab.carousel.file.model.ModelZip"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule JACKSON_STAYS_WITH_THE_FILES_AND_THEIR_NUMBERS = noClasses()
            .that(not(resideInAPackage("lab.carousel.file..")).and(not(isOrIsIn("lab.carousel.text.FileNumber"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .allowEmptyShould(true);

    /** Nothing of it is there when the program runs. */
    @ArchTest
    static final ArchRule TEAVM_STAYS_WITH_WHAT_IT_TRANSLATES_FOR_THE_PAGE = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.file.page.computing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.teavm..", "lab.carousel.file.page.computing");

    @ArchTest
    static final ArchRule PICOCLI_STAYS_IN_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule LEARNLIB_STAYS_WITH_THE_AUTOMATA = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.study.automaton")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.learnlib..", "net.automatalib..");

    @ArchTest
    static final ArchRule COMMONS_MATH_STAYS_IN_THE_QUESTIONS_AND_THE_LINES = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.study..")
            .and()
            .doNotHaveFullyQualifiedName("lab.carousel.task.series.NestedLines")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.math3..");

    @ArchTest
    static final ArchRule NO_CHART_LIBRARY_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..", "org.knowm..", "javafx.scene.chart..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("lab.carousel.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_SERIALIZED_OBJECTS_ARE_READ = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_WRITES_TO_STANDARD_OUTPUT = noClasses()
            .that()
            .resideOutsideOfPackage("lab.carousel.cli..")
            .and()
            .doNotHaveFullyQualifiedName("lab.carousel.Main")
            .should()
            .accessField(System.class, "out")
            .allowEmptyShould(true);

    /** The launcher asks an X server that is reached by TCP whether it answers; a class is served when a teacher opens it. */
    @ArchTest
    static final ArchRule THE_PROGRAM_USES_NO_NETWORK_BUT_FOR_A_CLASS = noClasses()
            .that(not(isOrIsIn("lab.carousel.ui.WindowLauncher")).and(not(resideInAPackage("lab.carousel.classroom"))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, ServerSocket.class, DatagramSocket.class, HttpURLConnection.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "java.nio.channels.spi..",
                    "com.sun.net.httpserver..",
                    "io.undertow..",
                    "org.xnio..",
                    "javafx.scene.web..")
            .allowEmptyShould(true);

    /** The launcher works before there is anything of JavaFX. */
    @ArchTest
    static final ArchRule THE_WINDOW_HAS_ONE_BACKGROUND = noClasses()
            .that()
            .resideInAPackage("lab.carousel.ui..")
            .and()
            .resideOutsideOfPackage("lab.carousel.ui.background..")
            .and(not(isOrIsIn("lab.carousel.ui.WindowLauncher")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, ExecutorService.class, ThreadPoolExecutor.class, Timer.class)
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule LOGGERS_ARE_PRIVATE_STATIC_FINAL = fields().that()
            .haveRawType(Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY =
            CompositeArchRule.of(ARROWS.stream().map(Arrow::rule).toList());

    @ArchTest
    static void everyPackageHasItsArrow(JavaClasses classes) {
        String[] known = Stream.concat(
                        Stream.of("lab.carousel"), ARROWS.stream().map(arrow -> packages(arrow.from)))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(classes);
    }

    private static String packages(String name) {
        return "lab.carousel." + name + "..";
    }

    private static DescribedPredicate<JavaClass> isOrIsIn(String className) {
        return DescribedPredicate.describe(
                "are in " + className,
                type -> type.getName().equals(className) || type.getName().startsWith(className + "$"));
    }

    /** A package and what it may use. */
    private record Arrow(String from, List<String> to) {

        Arrow(String from, String... to) {
            this(from, List.of(to));
        }

        ArchRule rule() {
            String[] allowed = Stream.concat(Stream.of(from), to.stream())
                    .map(ArchitectureTest::packages)
                    .toArray(String[]::new);
            return noClasses()
                    .that()
                    .resideInAPackage(packages(from))
                    .should()
                    .dependOnClassesThat(resideInAPackage("lab.carousel..").and(not(resideInAnyPackage(allowed))))
                    .as(from + " uses nothing of lab.carousel but " + to)
                    .allowEmptyShould(true);
        }
    }
}
