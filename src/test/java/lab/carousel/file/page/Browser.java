package lab.carousel.file.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium without a window, driven through WebDriver; as much of that as the tests of the page need. */
final class Browser {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String MODULE = "<script type=\"module\">";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** For one command. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    /** To start one takes seconds; it ends with the JVM. */
    private static @Nullable Browser started;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final String session;
    private String window = "";

    private Browser(Process driver, String address) throws IOException, InterruptedException {
        this.driver = driver;
        ObjectNode wanted = JSON.createObjectNode();
        ObjectNode always = wanted.putObject("capabilities").putObject("alwaysMatch");
        ObjectNode options = always.putObject("goog:chromeOptions");
        options.put("binary", program("chromium").orElseThrow().toString());
        options.putArray("args")
                .add("--headless=new")
                .add("--no-sandbox")
                .add("--disable-gpu")
                .add("--disable-dev-shm-usage")
                // Three JVMs have two cores: what V8 does beside, such as to optimise what runs for a second, takes
                // more than it saves
                .add("--js-flags=--single-threaded")
                // A window makes frames whether or not it is thought to be covered by another
                .add("--disable-backgrounding-occluded-windows")
                .add("--disable-renderer-backgrounding")
                .add("--disable-background-timer-throttling")
                // What moves by itself stands at its end; a test of motion asks for it
                .add("--force-prefers-reduced-motion")
                .add("--force-color-profile=srgb")
                // A page of a class is opened by a name, too
                .add("--host-resolver-rules=MAP class.test 127.0.0.1");
        // On a busy machine a script of seconds takes minutes; what hangs ends with the request
        always.putObject("timeouts")
                .put("script", MOST.toMillis())
                .put("pageLoad", MOST.toMillis())
                .put("implicit", 0);
        always.putObject("goog:loggingPrefs").put("browser", "ALL").put("performance", "ALL");
        this.session = address + "/session/"
                + send("POST", address + "/session", wanted).get("sessionId").textValue();
    }

    /** Where a program is installed. */
    private static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(System.getProperty("path.separator")))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether there are Chromium and its driver. */
    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    /** The one browser of this JVM, in a new window: what was set in the windows before it is gone with them. */
    static synchronized Browser inNewWindow() throws IOException, InterruptedException {
        Browser browser = started == null ? startForThisJvm() : started;
        try {
            browser.window = browser.openWindow();
        } catch (IOException broken) {
            // One that a test has broken must not fail those after it
            browser.close();
            browser = startForThisJvm();
            browser.window = browser.openWindow();
        }
        started = browser;
        started.closeOthers();
        // What it noted of the windows before
        started.console();
        started.requests();
        return started;
    }

    private static Browser startForThisJvm() throws IOException, InterruptedException {
        Browser browser = start();
        Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
        return browser;
    }

    private static Browser start() throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        // The driver ends at once if the port that it was given is taken by then for one of the two versions of IP
        for (int attempt = 0; attempt < 5; attempt++) {
            Process driver = new ProcessBuilder(
                            program("chromedriver").orElseThrow().toString(), "--port=0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher port = PORT.matcher(line);
                if (port.find()) {
                    return new Browser(driver, "http://127.0.0.1:" + port.group(1));
                }
                said.append(line).append('\n');
            }
        }
        throw new IOException("chromedriver did not start: " + said);
    }

    private JsonNode send(String method, String address, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .timeout(MOST.plusMinutes(1))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new IOException(value.toString());
        }
        return value;
    }

    void open(Path file) throws IOException, InterruptedException {
        open(file.toUri());
    }

    /** Opens a page with its script no module, so that tests can call and read everything in it; waits until it computes. */
    void open(URI address) throws IOException, InterruptedException {
        if ("file".equals(address.getScheme())) {
            Path file = Path.of(address.getPath());
            String page = Files.readString(file);
            if (page.contains(MODULE)) {
                Files.writeString(file, page.replace(MODULE, "<script>"));
            }
        }
        openAsItIs(address);
    }

    void openAsItIs(URI address) throws IOException, InterruptedException {
        send("POST", session + "/url", JSON.createObjectNode().put("url", address.toString()));
        await();
    }

    /** Opens another window, which is used from now on; gives its handle. */
    String openWindow() throws IOException, InterruptedException {
        String handle = send(
                        "POST", session + "/window/new", JSON.createObjectNode().put("type", "window"))
                .get("handle")
                .textValue();
        useWindow(handle);
        // Each has the keyboard, as on a device of its own
        ObjectNode body = JSON.createObjectNode().put("cmd", "Emulation.setFocusEmulationEnabled");
        body.putObject("params").put("enabled", true);
        send("POST", session + "/goog/cdp/execute", body);
        return handle;
    }

    void useWindow(String handle) throws IOException, InterruptedException {
        send("POST", session + "/window", JSON.createObjectNode().put("handle", handle));
    }

    /** Closes all windows but the first of the class of tests, which is used from now on. */
    void closeOthers() throws IOException, InterruptedException {
        for (JsonNode handle : send("GET", session + "/window/handles", JSON.createObjectNode())) {
            if (!handle.textValue().equals(window)) {
                useWindow(handle.textValue());
                send("DELETE", session + "/window", JSON.createObjectNode());
            }
        }
        useWindow(window);
    }

    void reload() throws IOException, InterruptedException {
        send("POST", session + "/refresh", JSON.createObjectNode());
        await();
    }

    private void await() throws IOException, InterruptedException {
        runAndWait(
                "const look = () => !document.getElementById('computing') || document.body.dataset.computing ? done()"
                        + " : setTimeout(look, 5); look();");
    }

    /** What a script gives: the body of a function. */
    JsonNode run(String script) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.putArray("args");
        return send("POST", session + "/execute/sync", body);
    }

    /** What a script gives to its last argument, sooner or later. */
    JsonNode runAndWait(String script) throws IOException, InterruptedException {
        ObjectNode body =
                JSON.createObjectNode().put("script", "const done = arguments[arguments.length - 1]; " + script);
        body.putArray("args");
        return send("POST", session + "/execute/async", body);
    }

    /** Makes a page so many pixels wide and high, as a device with such a screen would, and waits until it has drawn itself anew. */
    void resize(int width, int height) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", "Emulation.setDeviceMetricsOverride");
        body.putObject("params")
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", false);
        send("POST", session + "/goog/cdp/execute", body);
        runAndWait("requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    /** Whether the window has a network. */
    void connect(boolean isConnected) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", "Network.emulateNetworkConditions");
        body.putObject("params")
                .put("offline", !isConnected)
                .put("latency", 0)
                .put("downloadThroughput", -1)
                .put("uploadThroughput", -1);
        send("POST", session + "/goog/cdp/execute", body);
    }

    /** Lets pages of this window move by themselves. */
    void allowMotion() throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", "Emulation.setEmulatedMedia");
        body.putObject("params")
                .putArray("features")
                .addObject()
                .put("name", "prefers-reduced-motion")
                .put("value", "no-preference");
        send("POST", session + "/goog/cdp/execute", body);
    }

    /** Has a script run before those of each page that is opened in this window from now on. */
    void onEveryPage(String script) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", "Page.addScriptToEvaluateOnNewDocument");
        body.putObject("params").put("source", script);
        send("POST", session + "/goog/cdp/execute", body);
    }

    /**
     * Has the clock of the pages opened from now on stand still, and with it their films, until a script sets how many
     * milliseconds ({@code frameMillis}) pass with each frame. So a film does not jump where a frame comes late.
     */
    void holdFilms() throws IOException, InterruptedException {
        onEveryPage("{ const next = window.requestAnimationFrame.bind(window); let clock = 0; window.frameMillis = 0;"
                + " performance.now = () => clock;"
                + " const pass = () => { clock += window.frameMillis; next(pass); }; next(pass);"
                + " window.requestAnimationFrame = (then) => next(() => then(clock)); }");
    }

    /** What has been written into the console since it was asked the last time. */
    List<String> console() throws IOException, InterruptedException {
        return log("browser").stream()
                .map(entry -> entry.get("message").textValue())
                .toList();
    }

    /** What has been asked for over a network or elsewhere since it was asked the last time. */
    List<String> requests() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            JsonNode message = JSON.readTree(entry.get("message").textValue()).get("message");
            if (message.get("method").textValue().equals("Network.requestWillBeSent")) {
                found.add(message.at("/params/request/url").textValue());
            }
        }
        return found;
    }

    private List<JsonNode> log(String type) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        send("POST", session + "/se/log", JSON.createObjectNode().put("type", type))
                .forEach(entries::add);
        return entries;
    }

    /** What axe-core finds that is serious, in what a selector chooses. */
    String seriousFindings(String selector) throws IOException, InterruptedException {
        if (!run("return Boolean(window.axe)").booleanValue()) {
            try (InputStream stream = Objects.requireNonNull(Browser.class.getResourceAsStream(AXE))) {
                run(new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "; window.axe = axe;");
            }
        }
        return runAndWait("axe.run('" + selector + "').then((found) => done(found.violations"
                        + ".filter((each) => each.impact === 'serious' || each.impact === 'critical')"
                        + ".map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' ; '))"
                        + ".join('\\n')));")
                .textValue();
    }

    private void close() {
        try {
            send("DELETE", session, JSON.createObjectNode());
        } catch (IOException alreadyGone) {
            // It has nothing that is to be kept
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
