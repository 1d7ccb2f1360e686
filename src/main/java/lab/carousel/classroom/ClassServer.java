package lab.carousel.classroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.carousel.text.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves an open class to the phones in a room. Nothing listens, and no thread is there, before it is started. */
public final class ClassServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassServer.class);
    private static final int MOST_BYTES = 64_000;

    private final LiveClass live;
    private final byte[] page;
    private final Set<String> hostNames;
    private final String token;
    /** The phones that wait for the next moment, with the ids of their students. */
    private final Map<HttpExchange, String> waiting = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "class");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    /**
     * Begins to serve.
     *
     * @param page what phones open
     * @param port 0 for any that is free
     * @param hostNames by which the address may be called besides its number
     * @throws InvalidInput if the port is in use
     */
    public ClassServer(LiveClass live, byte[] page, InetAddress address, int port, Set<String> hostNames) {
        this(live, page, address, port, hostNames, randomToken());
    }

    /** Serves again under the token of before, so that phones that lost the class find it. */
    public ClassServer(
            LiveClass live, byte[] page, InetAddress address, int port, Set<String> hostNames, String token) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.live = live;
        this.page = page.clone();
        this.hostNames = Set.copyOf(hostNames);
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException inUse) {
            throw new InvalidInput("class.port", String.valueOf(port));
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        live.onChange(this::tellWaiting);
        server.start();
    }

    private static String randomToken() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    /** What the phones are to open. */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        return URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/" + token + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/" + token + "/")) {
            send(exchange, 200, "text/html; charset=utf-8", page);
        } else if (path.equals("/" + token + "/step")) {
            String query = exchange.getRequestURI().getQuery();
            String id = query.replaceAll(".*id=([0-9a-f-]{8,64}).*", "$1");
            int after = Integer.parseInt(query.replaceAll(".*after=([0-9]{1,9}).*", "$1"));
            waiting.put(exchange, id);
            if (live.moment().number() != after && waiting.remove(exchange) != null) {
                tell(exchange, id);
            }
        } else if (path.equals("/" + token + "/answers")) {
            byte[] sheet = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            try {
                live.take(sheet);
                send(exchange, 204, "application/json", new byte[0]);
            } catch (InvalidInput refused) {
                send(
                        exchange,
                        400,
                        "text/plain; charset=utf-8",
                        refused.getMessage().getBytes(StandardCharsets.UTF_8));
            }
        } else {
            send(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private void tellWaiting() {
        waiting.forEach((exchange, id) -> {
            if (waiting.remove(exchange) != null) {
                threads.execute(() -> tell(exchange, id));
            }
        });
    }

    private void tell(HttpExchange exchange, String id) {
        send(exchange, 200, "application/json", live.told(id).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            LOG.debug("A phone has gone", gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
