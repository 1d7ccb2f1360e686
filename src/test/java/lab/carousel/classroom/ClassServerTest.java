package lab.carousel.classroom;

import static lab.carousel.classroom.TaughtLesson.LESSON;
import static lab.carousel.classroom.TaughtLesson.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lab.carousel.classroom.TaughtLesson.Sheet;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a class tries with the server, and what it gets. Only the loopback network is used. */
@Timeout(120)
class ClassServerTest {

    private static final String PAGE = "<!doctype html>" + "the page ".repeat(1_000);

    @TempDir
    Path folder;

    private LiveClass live;
    private ClassServer server;
    private Phone phone;

    @BeforeEach
    void open() {
        live = TaughtLesson.open(folder, true, 1);
        server = serve(PAGE.getBytes(StandardCharsets.UTF_8));
        phone = new Phone(server.address());
    }

    private ClassServer serve(byte[] page) {
        return new ClassServer(live, page, InetAddress.getLoopbackAddress(), 0, Set.of("class.test"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] answers() {
        return new Sheet(1)
                .named("<script>alert(1)</script>")
                .says("a", 2, "<img onerror=x>")
                .file();
    }

    @Test
    void thePageIsServedPackedOrPlainAndNobodyKeepsItOrTellsWhereItIs() throws IOException {
        Phone.Reply plain = phone.get("/TOKEN/");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.text()).isEqualTo(PAGE);
        assertThat(plain.headers())
                .contains(
                        "content-type: text/html; charset=utf-8\r\n",
                        "cache-control: no-store\r\n",
                        "x-content-type-options: nosniff\r\n",
                        "x-frame-options: deny\r\n",
                        "referrer-policy: no-referrer\r\n")
                .doesNotContain("access-control", "content-encoding");
        Phone.Reply packed = phone.ask(phone.request("GET", "/TOKEN/", "Accept-Encoding: gzip, br\r\n", ""));
        assertThat(packed.headers()).contains("content-encoding: gzip\r\n");
        assertThat(packed.text()).isEqualTo(PAGE);
    }

    @Test
    void eachClassHasATokenOfFortyBits() {
        Set<String> tokens = new HashSet<>();
        for (int each = 0; each < 20; each++) {
            live = new LiveClass(folder.resolve("new"), Optional.empty(), true);
            ClassServer other = serve(new byte[0]);
            tokens.add(other.address().getPath());
            other.close();
        }
        assertThat(tokens).hasSize(20).allMatch(path -> path.matches("/[a-km-np-z2-9]{8}/"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /TOKEN, 302",
        "POST, /TOKEN, 404",
        "GET, //TOKEN/, 404",
        "GET, /TOKENx/, 404",
        "GET, /aaaaaaaa/, 404",
        "GET, /aaaaaaaa/step?after=0&id=&at=0, 404",
        "POST, /aaaaaaaa/answers, 404",
        "GET, /TOKEN/index.html, 404",
        "GET, /TOKEN/../../../../etc/passwd, 404",
        "GET, /TOKEN/..%2f..%2f..%2fetc%2fpasswd, 404",
        "GET, /TOKEN/%2e%2e/%2e%2e/etc/passwd, 404",
        "GET, /TOKEN/step/../answers, 404",
        "GET, /TOKEN/%00, 404",
        "GET, /favicon.ico, 404",
        "GET, mailto:a, 404",
        "PUT, /TOKEN/, 405",
        "HEAD, /TOKEN/, 405",
        "DELETE, /TOKEN/answers, 405",
        "OPTIONS, /TOKEN/answers, 405",
        "TRACE, /TOKEN/, 405",
        "GET, /TOKEN/answers, 405",
        "POST, /TOKEN/step?after=0&id=&at=0, 405",
        "GET, /TOKEN/step, 400",
        "GET, /TOKEN/step?after=-1&id=&at=0, 400",
        "GET, /TOKEN/step?after=99999999999&id=&at=0, 400",
        "GET, /TOKEN/step?after=0&id=../../x&at=0, 400",
        "GET, /TOKEN/step?after=0&id=&at=0, 200",
    })
    void whatIsNotOfferedIsNotThere(String method, String path, int status) throws IOException {
        Phone.Reply reply = phone.ask(phone.request(method, path, "", ""));
        // Undertow itself refuses what is no address
        boolean isAddress = path.matches("/[^/%].*");
        assertThat(reply.status()).isIn(isAddress ? List.of(status) : List.of(0, 400, 404));
        if (status != 200) {
            assertThat(reply.text()).doesNotContain("root", "page", "What will");
        }
    }

    @Test
    void anAddressThatIsTypedInCapitalsOrWithoutItsEndLeadsToTheClassAndAWrongOneIsToldSo() throws IOException {
        String address = server.address().getPath();
        for (String typed : List.of(
                address.substring(0, address.length() - 1),
                address.toUpperCase(Locale.ROOT),
                address.toUpperCase(Locale.ROOT).substring(0, address.length() - 1))) {
            Phone.Reply reply = phone.get(typed);
            assertThat(reply.status()).as(typed).isEqualTo(302);
            assertThat(reply.headers()).contains("location: " + address + "\r\n");
        }
        assertThat(phone.get("/aaaaaaaa/").text()).contains("Check the address on the wall.");
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example, 403",
        "Host: 127.0.0.1:1, 403",
        "Host: localhost:PORT, 403",
        "Host: 127.0.0.1:PORT\\Host: evil.example, 403",
        "Host: class.test, 403",
        "Host: class.test:PORT, 200",
        "Host: CLASS.TEST:PORT, 200",
        "Origin: http://evil.example, 403",
        "Origin: null, 403",
        "Origin: https://127.0.0.1:PORT, 403",
        "Origin: http://127.0.0.1:PORT.evil.example, 403",
        "Origin: http://127.0.0.1:PORT, 200",
        "Host: class.test:PORT\\Origin: http://class.test:PORT, 200",
        "Host: class.test:PORT\\Origin: http://127.0.0.1:PORT, 403",
    })
    void pagesAndNamesOfOthersAreRefused(String headers, int status) throws IOException {
        String lines = headers.replace("PORT", String.valueOf(server.address().getPort()))
                        .replace("\\", "\r\n") + "\r\n";
        // Two hosts are refused by Undertow itself
        List<Integer> expected = status == 200 ? List.of(200) : List.of(403, 400);
        assertThat(phone.ask(phone.request("GET", "/TOKEN/", lines, "")).status())
                .isIn(expected);
        String json = lines + "Content-Type: application/json\r\n";
        Phone.Reply posted =
                phone.ask(phone.request("POST", "/TOKEN/answers", json, new String(answers(), StandardCharsets.UTF_8)));
        assertThat(posted.status()).isIn(expected);
        assertThat(live.counts().answered()).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws IOException {
        assertThat(phone.ask("GET /" + phone.token() + "/ HTTP/1.0\r\n\r\n").status())
                .isEqualTo(403);
    }

    @Test
    void anAnswerIsConfirmedOnceItIsOnTheDiskAndOthersSeeNothingOfIt() throws IOException {
        Phone.Reply reply = phone.post(answers());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).startsWith("{\"confirmed\":true,\"number\":1,").contains("What will it predict?");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("floor-" + id(1) + ".carousel-answers", "class.json");
        }
        assertThat(phone.post(answers()).status()).as("again").isEqualTo(200);
        assertThat(live.counts().answered()).isEqualTo(1);
        assertThat(phone.get("/TOKEN/step?after=0&id=" + live.join("", 0) + "&at=0")
                        .text())
                .contains("What will it predict?")
                .doesNotContain("script", "onerror", id(1));
    }

    @Test
    void whatIsNoSheetOfAnOpenStepIsRefusedWithAReason() throws IOException {
        assertThat(phone.post("{\"a\": 1".getBytes(StandardCharsets.UTF_8)))
                .satisfies(reply -> assertThat(reply.status()).isEqualTo(400))
                .satisfies(reply -> assertThat(reply.text()).contains("answers"));
        Phone.Reply later = phone.post(new Sheet(1).says("c", 0, "").file());
        assertThat(later.status()).isEqualTo(400);
        assertThat(later.text()).isEqualTo("The step c is not open yet.");
        String sheet = new String(answers(), StandardCharsets.UTF_8);
        assertThat(phone.ask(phone.request("POST", "/TOKEN/answers", "Content-Type: text/plain\r\n", sheet))
                        .status())
                .isEqualTo(415);
        assertThat(phone.ask(phone.request("POST", "/TOKEN/answers", "", sheet)).status())
                .isEqualTo(415);
        assertThat(live.counts().answered()).isZero();
    }

    @Test
    void aDiskThatIsFullIsNoFaultOfThePhone() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        live = TaughtLesson.open(file, true, 1);
        try (ClassServer full = serve(new byte[0])) {
            assertThat(new Phone(full.address()).post(answers()).status()).isEqualTo(503);
        }
        assertThat(live.problem()).isPresent();
    }

    @Test
    void largeAndEndlessBodiesAreCutOff() throws IOException {
        String json = "Content-Type: application/json\r\n";
        String large = " ".repeat(LiveClass.MOST_BYTES + 1);
        assertThat(phone.ask(phone.request("POST", "/TOKEN/answers", json, large))
                        .status())
                .isIn(413, 0);
        String fits = new String(answers(), StandardCharsets.UTF_8);
        fits += " ".repeat(LiveClass.MOST_BYTES - fits.getBytes(StandardCharsets.UTF_8).length);
        assertThat(phone.post(fits.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(200);
        try (Socket endless = phone.connect()) {
            Phone.write(endless, phone.request("POST", "/TOKEN/answers", json + "Transfer-Encoding: chunked\r\n", ""));
            String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
            long sent = 0;
            try {
                while (sent < 100_000_000) {
                    Phone.write(endless, chunk);
                    sent += chunk.length();
                }
            } catch (IOException cutOff) {
                assertThat(cutOff).isNotNull();
            }
            assertThat(sent).as("until it was cut off").isLessThan(20_000_000);
        }
        assertThat(phone.get("/TOKEN/").status()).isEqualTo(200);
    }

    @Test
    void bombsOfHeadersAreCutOff() throws IOException {
        for (String bomb : List.of(
                phone.request("GET", "/TOKEN/", "X: y\r\n".repeat(20_000), ""),
                phone.request("GET", "/TOKEN/", "X: " + "y".repeat(1_000_000) + "\r\n", ""),
                phone.request("GET", "/TOKEN/?" + "y".repeat(1_000_000), "", ""))) {
            assertThat(phone.ask(bomb).status()).isIn(0, 400, 431);
        }
        assertThat(phone.get("/TOKEN/").status()).isEqualTo(200);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("class "))
                .count();
    }

    @Test
    void phonesThatWaitHoldNoThreadAndAreToldAtOnce() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        live.expect(301);
        for (int student = 0; student < 300; student++) {
            waiting.add(wait(phone));
        }
        await(() -> live.places().get(2).size() == 300);
        assertThat(threads()).isLessThan(20);
        live.lead(2);
        for (Socket socket : waiting) {
            assertThat(Phone.read(socket).text()).startsWith("{\"number\":2,").contains("text of b");
            socket.close();
        }
    }

    /** A phone that is in, shows step 2, and waits for the moment after the first. */
    private Socket wait(Phone from) throws IOException {
        Socket socket = from.connect();
        Phone.write(
                socket,
                from.request("GET", "/TOKEN/step?after=1&id=" + live.join(live.join("", 0), 0) + "&at=2", "", ""));
        return socket;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aPhoneThatHasWaitedLongIsToldTheSame() throws IOException {
        try (Socket socket = phone.connect()) {
            Phone.write(socket, phone.request("GET", "/TOKEN/step?after=1&id=" + id(1) + "&at=0", "", ""));
            await(() -> live.counts().joined() == 1);
            while (socket.getInputStream().available() == 0) {
                server.endPolls(0);
            }
            assertThat(Phone.read(socket).text()).startsWith("{\"number\":1,");
        }
    }

    @Test
    void aClassThatWasInterruptedComesBackAtItsAddressAndSaysWhereThatIsTaken() throws IOException {
        live.lead(3);
        live.askAgain();
        live.reveal();
        server.close();
        live = new LiveClass(folder, Optional.of(LESSON), true);
        URI before = server.address();
        server = ClassServer.again(live, new byte[0], InetAddress.getLoopbackAddress(), 0);
        assertThat(server.address()).isEqualTo(before);
        assertThat(server.isElsewhere()).isFalse();
        assertThat(phone.get("/TOKEN/step?after=0&id=" + id(1) + "&at=0").text())
                .contains("\"step\":3,\"round\":2,\"revealed\":true");
        server.close();
        try (ServerSocket taken = new ServerSocket(before.getPort(), 1, InetAddress.getLoopbackAddress())) {
            live = new LiveClass(folder, Optional.of(LESSON), true);
            server = ClassServer.again(live, new byte[0], InetAddress.getLoopbackAddress(), 0);
            assertThat(server.address().getPort()).isNotEqualTo(taken.getLocalPort());
        }
        assertThat(server.address().getPath()).isEqualTo(before.getPath());
        assertThat(server.isElsewhere()).isTrue();
    }

    @Test
    void aFolderHasOneServer() throws IOException {
        Path other = folder.resolve("other");
        try (FolderLock lock = FolderLock.of(other)) {
            assertThatThrownBy(() -> FolderLock.of(other))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("Another Carousel serves the class in " + other);
            Files.createFile(other.resolve(ClassProgress.FILE));
            assertThat(lock).isNotNull();
        }
        FolderLock.of(other).close();
        assertThat(other).exists();
        Files.delete(other.resolve(ClassProgress.FILE));
        FolderLock.of(other).close();
        assertThat(other).as("nothing came in").doesNotExist();
    }

    @Test
    void whoSendsSlowlyOrNothingHindersNobody() throws IOException {
        List<Socket> slow = new ArrayList<>(sendSlowly());
        for (int silent = 0; silent < HttpPort.MOST_SILENT; silent++) {
            slow.add(phone.connect());
        }
        assertThat(phone.post(answers()).status()).isEqualTo(200);
        assertThat(slow.get(0).getInputStream().read())
                .as("the oldest makes room")
                .isEqualTo(-1);
        assertThat(live.answers().students()).hasSize(1);
        Socket last = slow.get(slow.size() - 1);
        Phone.write(last, phone.request("GET", "/TOKEN/", "", ""));
        assertThat(Phone.read(last).status()).isEqualTo(200);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void whoNeverEndsTheHeadersIsCutOff() throws IOException {
        for (Socket socket : sendSlowly()) {
            assertThat(Phone.read(socket).status()).isZero();
            socket.close();
        }
        assertThat(live.answers().students()).isEmpty();
    }

    /** Half of a request line, and half of the headers. */
    private List<Socket> sendSlowly() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int each = 0; each < 60; each++) {
            Socket socket = phone.connect();
            Phone.write(socket, each % 2 == 0 ? "GET /" : "POST /" + phone.token() + "/answers HTTP/1.1\r\nHost: ");
            slow.add(socket);
        }
        return slow;
    }

    @Test
    void whoSendsHalfASheetHindersNobodyAndIsNotKept() throws IOException {
        List<Socket> slow = new ArrayList<>();
        String post = phone.request(
                "POST",
                "/TOKEN/answers",
                "Content-Type: application/json\r\n",
                new String(answers(), StandardCharsets.UTF_8));
        for (int each = 0; each < 60; each++) {
            Socket socket = phone.connect();
            Phone.write(socket, post.substring(0, post.length() - 5));
            slow.add(socket);
        }
        assertThat(phone.get("/TOKEN/").status()).isEqualTo(200);
        assertThat(live.answers().students()).isEmpty();
        Phone.write(slow.get(0), post.substring(post.length() - 5));
        assertThat(Phone.read(slow.get(0)).text()).startsWith("{\"confirmed\":true");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoStopsReadingHindersNobody() throws IOException {
        byte[] large = new byte[20_000_000];
        try (ClassServer other = serve(large)) {
            Phone attacked = new Phone(other.address());
            List<Socket> stopped = new ArrayList<>();
            for (int each = 0; each < 100; each++) {
                Socket socket = attacked.connect("127.0.0.2");
                Phone.write(socket, attacked.request("GET", "/TOKEN/", "", ""));
                stopped.add(socket);
            }
            assertThat(attacked.get("/TOKEN/step?after=0&id=" + id(1) + "&at=0").status())
                    .isEqualTo(200);
            assertThat(attacked.get("/TOKEN/").body()).hasSize(large.length);
            assertThat(threads()).isLessThan(20);
            for (Socket socket : stopped) {
                socket.close();
            }
        }
    }

    @Test
    void closingEndsAllAndMayBeRepeated() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int student = 0; student < 50; student++) {
            waiting.add(wait(phone));
        }
        await(() -> live.places().getOrDefault(2, List.of()).size() == 50);
        server.close();
        server.close();
        for (Socket socket : waiting) {
            assertThat(Phone.read(socket).status()).as("it has ended").isEqualTo(410);
            socket.close();
        }
        assertThatThrownBy(phone::connect).isInstanceOf(IOException.class);
        await(() -> threads() == 0);
        live.lead(2);
    }

    @Test
    void aPortInUseAndAnAddressOfOthersAreSaidInWords() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new ClassServer(
                            live, new byte[0], InetAddress.getLoopbackAddress(), other.getLocalPort(), Set.of()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("Port " + other.getLocalPort());
        }
        InetAddress others = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7});
        assertThatThrownBy(() -> new ClassServer(live, new byte[0], others, 0, Set.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("192.0.2.7");
    }
}
