package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.Names;
import lab.carousel.file.disk.OtherProgram;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import org.junit.jupiter.api.Test;

/** A class without a window. */
class ClassCommandTest extends CommandInFolder {

    /** The program with its real output. */
    static final class Serving {

        private Serving() {}

        public static void main(String[] arguments) {
            Console console = Console.of(
                    new PrintStream(System.out, true), new PrintStream(System.err, true), System.getProperties());
            System.exit(new CarouselCommandLine(new CommandLineFixture().tools(), console).run(arguments));
        }
    }

    @Test
    void aLessonIsServedUntilASignalAndItsAnswersAreKept() throws Exception {
        String loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress())
                .getName();
        Path out = folder.resolve("out");
        ProcessBuilder program =
                OtherProgram.of(Serving.class, "class", "gradient", "--out", out, "--interface", loopback);
        Process running = program.start();
        try {
            assumeThat(running.supportsNormalTermination()).isTrue();
            String address = running.inputReader().readLine();
            assertThat(address).matches("http://127\\.0\\.0\\.1:\\d+/[a-z2-9]{8}/");
            BufferedReader errors = running.errorReader();
            assertThat(errors.readLine()).isEqualTo("The answers are kept in " + out);
            assertThat(errors.readLine()).isEqualTo("0 joined, 0 handed in");
            HttpClient phone = HttpClient.newHttpClient();
            assertThat(ask(phone, HttpRequest.newBuilder(URI.create(address))).body())
                    .contains("connect-src");
            String step = address + "step?after=0&id=%s&at=0";
            String id = ask(phone, HttpRequest.newBuilder(URI.create(step.formatted(""))))
                    .headers()
                    .firstValue("Class-Id")
                    .orElseThrow();
            assertThat(ask(phone, HttpRequest.newBuilder(URI.create(step.formatted(id))))
                            .body())
                    .contains("\"led\":false");
            assertThat(errors.readLine()).isEqualTo("1 joined, 0 handed in");
            HttpResponse<String> confirmed = ask(
                    phone,
                    HttpRequest.newBuilder(URI.create(address + "answers"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(AnswersFile.text(sheet(id)))));
            assertThat(confirmed.body()).startsWith("{\"confirmed\":true");
            assertThat(errors.readLine()).startsWith("1 joined, 1 handed in; ").contains(" [1, 0");
            running.toHandle().destroy();
            assertThat(running.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(running.exitValue()).isEqualTo(143);
            assertThat(Names.in(out))
                    .containsExactlyInAnyOrder("gradient-" + id + ".carousel-answers", "class.json", ".lock");
        } finally {
            running.destroyForcibly();
        }
    }

    private static HttpResponse<String> ask(HttpClient phone, HttpRequest.Builder request) throws Exception {
        return phone.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Answers all steps up to the first question. */
    private static AnswerSheet sheet(String id) {
        Lesson lesson = ShippedLessons.read("gradient");
        LessonStep asking = lesson.steps().stream()
                .filter(step -> step.question().isPresent())
                .findFirst()
                .orElseThrow();
        int choices = asking.question().orElseThrow().choices().size();
        Integer[] hands = new Integer[choices];
        Arrays.setAll(hands, choice -> choice == 0 ? 1 : 0);
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        answers.put(
                asking.id(),
                new StepAnswers(
                        Optional.of(new Tally(List.of(hands), true)), Optional.empty(), "", List.of(), List.of()));
        return new AnswerSheet(
                new AnswerSheet.From(id, "", "1.0"),
                new LessonAnswers(
                        "gradient",
                        lesson.version(),
                        lesson.steps().stream().map(LessonStep::id).toList()),
                answers,
                List.of(),
                Optional.empty());
    }

    @Test
    void whatCannotBeServedIsRefusedInWords() throws IOException {
        assertRefused("LESSON must be one of ", "class no-such-lesson --out @out");
        assertThat(carousel.errors).contains("was-it-memory", "“no-such-lesson”");
        assertRefused("no network “none0”", "class gradient --interface none0 --out @out");
        assertRefused(
                "--port must be a whole number from 0 to 65,535, not “65536”",
                "class gradient --port 65536 --out @out");
        Files.createFile(folder.resolve("file"));
        String loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress())
                .getName();
        assertRefused("cannot be created", "class gradient --interface %s --out @file", loopback);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "Port " + other.getLocalPort() + " is in use",
                    "class gradient --interface %s --port %s --out @out",
                    loopback,
                    other.getLocalPort());
        }
        assertThat(Names.in(folder)).as("nothing was begun").containsExactly("file");
    }
}
