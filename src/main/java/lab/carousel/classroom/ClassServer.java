package lab.carousel.classroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves an open class to the phones in a room. There is no thread, and nothing listens, before it is made.
 *
 * <pre>
 *   GET  /TOKEN/                    the page
 *   GET  /TOKEN/step?after=N&amp;id=ID&amp;at=STEP   what is to be shown, see {@link LiveClass#told}: as soon as it is another moment
 *                                        than N, or after 20 seconds; at once to a phone without an id of this class,
 *                                        which gets one
 *   POST /TOKEN/answers                  a sheet; confirmed, with the same, once it is on the disk
 * </pre>
 *
 * <p>Nothing else is answered but by a status: no path names a file. Who does not know the token gets 404; 403 is said to what
 * another page, or a name of another host, asks for; 429 to a device that asks for too much; 410 to those that wait when it is
 * closed. A phone that waits holds no thread, and one that reads or sends slowly holds up no other one.
 */
public final class ClassServer implements AutoCloseable {

    static final int MOST_POLLS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClassServer.class);
    /** Letters and digits that nobody takes for others: 5 bits each. */
    private static final String TOKEN_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int TOKEN_LENGTH = 8;
    private static final Pattern STEP_QUERY =
            Pattern.compile("after=([0-9]{1,9})&id=([0-9a-fA-F-]{0,64})&at=([0-9]{1,3})");
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** A paused phone learns so that the class is there still: otherwise it goes on by itself. */
    private static final long PAUSED_POLL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final int LOOK_MILLIS = 1_000;
    /** Most of them wait for the network. */
    private static final int MOST_THREADS = 256;

    private static final int MOST_SLOWED = 500;
    /** The page is as long as many steps. */
    private static final int PAGE_PRICE = 5;

    private static final int MOST_TOLD = 40;
    /** A class comes at once: who finds the queue full asks again only a second later. */
    private static final int MOST_ARRIVING = 1_000;

    private static final int STACK_BYTES = 512 * 1024;

    private final LiveClass live;
    private final Body page;
    private final String token;
    private final Body wrongAddress = Body.of(
            "<!doctype html><meta name=viewport content=width=device-width><p>" + Message.text("class.address.wrong"));
    private final Set<String> hosts = new HashSet<>();
    /** The phones that wait for the next moment. */
    private final Map<HttpExchange, Poll> polls = new ConcurrentHashMap<>();

    /** Those that are refused in a moment. */
    private final Set<HttpExchange> slowed = ConcurrentHashMap.newKeySet();

    private final ThreadPoolExecutor threads;
    private final Timer clock;
    private final DeviceLimits limits;
    private final HttpServer server;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    /** Whether the address is of this machine still: another one may have come while it slept. */
    private volatile boolean isThere = true;

    /** What was told, which is mostly the same to all. */
    private final Map<Told, Body> told = new ConcurrentHashMap<>();

    private record Told(boolean isConfirmed, String json) {

        Body body() {
            return Body.of(isConfirmed ? "{\"confirmed\":true," + json.substring(1) : json);
        }
    }

    private record Poll(String id, int step, int after, long since) {}

    /** A text with its shorter form for the network. */
    private record Body(byte[] plain, byte[] packed) {

        static Body of(byte[] plain) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Body(plain, packed.toByteArray());
        }

        static Body of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    /**
     * Serves a class where it was before: under the same token, and at the same port, so that its phones go on by themselves.
     *
     * @param otherPort for a new class, and where the port of before is in use; 0 for any that is free
     * @throws InvalidInput if that port is in use, too, or the address is not of this machine
     */
    public static ClassServer again(LiveClass live, byte[] page, InetAddress address, int otherPort) {
        Optional<URI> before = live.before().map(it -> URI.create(it.address()));
        if (before.isPresent()) {
            try {
                return new ClassServer(live, page, address, before.get().getPort(), Set.of());
            } catch (InvalidInput inUse) {
                LOG.info("The port of before is not free", inUse);
            }
        }
        return new ClassServer(live, page, address, otherPort, Set.of());
    }

    /**
     * Begins to serve.
     *
     * @param page what phones open
     * @param port 0 for any that is free
     * @param hostNames by which the address may be called besides its number
     * @throws InvalidInput if the port is in use, or the address is not of this machine
     */
    public ClassServer(LiveClass live, byte[] page, InetAddress address, int port, Set<String> hostNames) {
        this(live, page, address, port, hostNames, System::nanoTime);
    }

    /** @param nanoTime for the limits of devices */
    ClassServer(
            LiveClass live, byte[] page, InetAddress address, int port, Set<String> hostNames, LongSupplier nanoTime) {
        limitJdk();
        this.live = live;
        this.page = Body.of(page.clone());
        token = live.before().map(ClassServer::token).orElseGet(ClassServer::randomToken);
        server = bound(address, port);
        Stream.concat(Stream.of(literal(address)), hostNames.stream()).forEach(name -> {
            String host = name.toLowerCase(Locale.ROOT);
            hosts.add(host + ":" + server.getAddress().getPort());
            if (server.getAddress().getPort() == 80) {
                hosts.add(host);
            }
        });
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(null, task, "class", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
        // As many threads as work at once; what comes when there are too many waits
        LinkedTransferQueue<Runnable> queue = new LinkedTransferQueue<>() {
            @Override
            public boolean offer(Runnable task) {
                return tryTransfer(task);
            }
        };
        threads = new ThreadPoolExecutor(
                0, MOST_THREADS, 10, TimeUnit.SECONDS, queue, daemons, (task, all) -> queue.put(task));
        limits = new DeviceLimits(threads, nanoTime);
        server.setExecutor(threads);
        server.createContext("/", exchange -> guarded(exchange, () -> handle(exchange)));
        // Not by the thread of who changes something, which may be that of the window
        live.onChange(() -> threads.execute(() -> {
            live.keep();
            endPolls(Long.MAX_VALUE);
        }));
        clock = new Timer("class", true);
        TimerTask look = new TimerTask() {
            @Override
            public void run() {
                endPolls(live.moment().isPaused() ? PAUSED_POLL_NANOS : POLL_NANOS);
                endSlowed();
                isThere = isHere(address);
            }
        };
        clock.schedule(look, LOOK_MILLIS, LOOK_MILLIS);
        live.serveAt(address());
        server.start();
    }

    /** Read by the JDK when the first server is made; what is set already stays. In seconds, bytes, and numbers. */
    private static void limitJdk() {
        Map.of(
                        "sun.net.httpserver.nodelay", "true",
                        "sun.net.httpserver.maxReqTime", "10",
                        "sun.net.httpserver.maxRspTime", "40",
                        "sun.net.httpserver.maxReqHeaders", "60",
                        "sun.net.httpserver.maxReqHeaderSize", "16000",
                        "sun.net.httpserver.maxIdleConnections", "1000",
                        "jdk.httpserver.maxConnections", "4000")
                .forEach(System.getProperties()::putIfAbsent);
    }

    private static HttpServer bound(InetAddress address, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), MOST_ARRIVING);
        } catch (IOException refused) {
            LOG.info("{} cannot be listened to at port {}", address, port, refused);
            throw isHere(address)
                    ? new InvalidInput("class.port", String.valueOf(port))
                    : new InvalidInput("class.network", address.getHostAddress());
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            LOG.debug("Nobody knows the networks", unknown);
            return true;
        }
    }

    private static String token(ClassProgress before) {
        return URI.create(before.address()).getPath().replace("/", "");
    }

    private static String randomToken() {
        StringBuilder letters = new StringBuilder();
        new SecureRandom()
                .ints(TOKEN_LENGTH, 0, TOKEN_LETTERS.length())
                .forEach(at -> letters.append(TOKEN_LETTERS.charAt(at)));
        return letters.toString();
    }

    private static String literal(InetAddress address) {
        String number = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + number + "]" : number;
    }

    /** What the phones are to open. */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        return URI.create("http://" + literal(at.getAddress()) + ":" + at.getPort() + "/" + token + "/");
    }

    /** Whether the phones of before have to find it anew, and are new students. */
    public boolean isElsewhere() {
        return live.before()
                .filter(it -> !it.address().equals(address().toString()))
                .isPresent();
    }

    /** Why phones may not reach it, or what they hand in is not kept; empty if all is well. */
    public Optional<InvalidInput> problem() {
        return isThere
                ? live.problem()
                : Optional.of(new InvalidInput(
                        "class.gone", literal(server.getAddress().getAddress())));
    }

    private void handle(HttpExchange exchange) throws IOException {
        InetAddress device = exchange.getRemoteAddress().getAddress();
        if (!limits.mayAsk(device, 1)) {
            slowDown(exchange);
            return;
        }
        String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
        int end = path.indexOf('/', 1);
        String route = end < 0 || !isToken(path.substring(1, end)) ? "" : path.substring(end);
        if (!isFromHere(exchange)) {
            refuse(exchange, 403);
        } else if (!Set.of("/", "/step", "/answers").contains(route)) {
            refuseAddress(exchange, path);
        } else if (!exchange.getRequestMethod().equals(route.equals("/answers") ? "POST" : "GET")) {
            exchange.getResponseHeaders().set("Allow", route.equals("/answers") ? "POST" : "GET");
            refuse(exchange, 405);
        } else {
            Work work = route.equals("/")
                    ? () -> send(exchange, 200, "text/html; charset=utf-8", page)
                    : route.equals("/step") ? () -> poll(exchange) : () -> take(exchange);
            boolean isCheap = !route.equals("/") || limits.mayAsk(device, PAGE_PRICE);
            if (!isCheap || !limits.work(device, () -> guarded(exchange, work))) {
                slowDown(exchange);
            }
        }
    }

    /** Somebody has typed it: in capitals, or without its end, it is led to where it was meant to go. */
    private void refuseAddress(HttpExchange exchange, String path) throws IOException {
        String meant = path.toLowerCase(Locale.ROOT).replaceFirst("^/", "").replaceFirst("/$", "");
        if (!exchange.getRequestMethod().equals("GET")) {
            refuse(exchange, 404);
        } else if (isToken(meant)) {
            exchange.getResponseHeaders().set("Location", "/" + token + "/");
            refuse(exchange, 302);
        } else {
            send(exchange, 404, "text/html; charset=utf-8", wrongAddress);
        }
    }

    /** Who asks for too much waits for the answer that says so, and asks for less meanwhile. */
    private void slowDown(HttpExchange exchange) {
        if (slowed.size() < MOST_SLOWED) {
            slowed.add(exchange);
        } else {
            exchange.close();
        }
    }

    private void endSlowed() {
        slowed.forEach(exchange -> {
            if (slowed.remove(exchange)) {
                threads.execute(() -> guarded(exchange, () -> refuse(exchange, 429)));
            }
        });
    }

    private boolean isToken(String guess) {
        // In the same time however much of it is right
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is asked for under a name of this server, and not by a page of another one. */
    private boolean isFromHere(HttpExchange exchange) {
        List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        List<String> origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        return host.size() == 1
                && hosts.contains(host.get(0).toLowerCase(Locale.ROOT))
                && (origin.isEmpty()
                        || origin.equals(List.of("http://" + host.get(0).toLowerCase(Locale.ROOT))));
    }

    private void poll(HttpExchange exchange) throws IOException {
        Matcher query = STEP_QUERY.matcher(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        if (!query.matches()) {
            refuse(exchange, 400);
            return;
        }
        Poll poll = new Poll(
                query.group(2), Integer.parseInt(query.group(3)), Integer.parseInt(query.group(1)), System.nanoTime());
        String id = live.join(poll.id, poll.step);
        if (live.moment().number() != poll.after || !id.equalsIgnoreCase(poll.id)) {
            tell(exchange, id, false);
        } else if (polls.size() >= MOST_POLLS) {
            refuse(exchange, 429);
        } else {
            polls.put(exchange, poll);
            // It may have become another moment meanwhile
            if (live.moment().number() != poll.after && polls.remove(exchange) != null) {
                tell(exchange, live.join(poll.id, poll.step), false);
            }
        }
    }

    /** Answers the phones that wait for another moment than this, and those that have waited for so long. */
    void endPolls(long nanos) {
        long now = System.nanoTime();
        int number = live.moment().number();
        polls.forEach((exchange, poll) -> {
            if ((poll.after != number || now - poll.since >= nanos) && polls.remove(exchange) != null) {
                Runnable tell = () -> guarded(exchange, () -> tell(exchange, live.join(poll.id, poll.step), false));
                if (!limits.work(exchange.getRemoteAddress().getAddress(), tell)) {
                    exchange.close();
                }
            }
        });
    }

    private void take(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.toLowerCase(Locale.ROOT).split(";")[0].strip().equals("application/json")) {
            refuse(exchange, 415);
            return;
        }
        byte[] sheet = exchange.getRequestBody().readNBytes(LiveClass.MOST_BYTES + 1);
        if (sheet.length > LiveClass.MOST_BYTES) {
            refuse(exchange, 413);
            return;
        }
        try {
            tell(exchange, live.take(sheet), true);
        } catch (InvalidInput refused) {
            send(exchange, 400, "text/plain; charset=utf-8", Body.of(refused.getMessage()));
        } catch (UncheckedIOException notKept) {
            LOG.error("Answers could not be kept", notKept);
            refuse(exchange, 503);
        }
    }

    private void tell(HttpExchange exchange, String id, boolean isConfirmed) throws IOException {
        if (told.size() > MOST_TOLD) {
            told.clear();
        }
        // Not in what is told, which is the same to all
        exchange.getResponseHeaders().set("Class-Id", id);
        live.number(id).ifPresent(number -> exchange.getResponseHeaders().set("Class-Number", String.valueOf(number)));
        send(exchange, 200, "application/json", told.computeIfAbsent(new Told(isConfirmed, live.told(id)), Told::body));
    }

    /** A flood is not told why: that would be a work, too. */
    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        if (status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        send(exchange, status, "text/plain; charset=utf-8", new Body(new byte[0], new byte[0]));
    }

    private static void send(HttpExchange exchange, int status, String type, Body body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        boolean isPacked = accepted.toLowerCase(Locale.ROOT).contains("gzip") && body.plain.length > 1_000;
        if (isPacked) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        byte[] bytes = isPacked ? body.packed : body.plain;
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What goes wrong with one request ends it, and is in the log: the others go on. */
    private static void guarded(HttpExchange exchange, Work work) {
        try {
            work.run();
        } catch (IOException gone) {
            LOG.debug("A phone has gone", gone);
            exchange.close();
        } catch (RuntimeException | Error problem) {
            LOG.error("A request failed", problem);
            try {
                refuse(exchange, 500);
            } catch (IOException begun) {
                LOG.debug("Its answer had begun", begun);
                exchange.close();
            }
        }
    }

    /** Says to the phones that wait that the class has ended, to as many as it can within a moment. */
    private void tellEnd() {
        polls.keySet().forEach(exchange -> threads.execute(() -> guarded(exchange, () -> refuse(exchange, 410))));
        threads.shutdown();
        try {
            threads.awaitTermination(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            clock.cancel();
            live.keep();
            tellEnd();
            server.stop(0);
            threads.shutdownNow();
        }
    }
}
