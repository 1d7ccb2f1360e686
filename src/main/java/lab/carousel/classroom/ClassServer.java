package lab.carousel.classroom;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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
 * another page, or a name of another host, asks for; 429 if too many wait; 410 to those that wait when it is closed. A phone that
 * waits holds no thread, and one that reads or sends slowly holds up no other one, see {@link HttpPort}.
 */
public final class ClassServer implements AutoCloseable {

    static final int MOST_POLLS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ClassServer.class);
    /** Letters and digits that nobody takes for others: 5 bits each. */
    private static final String TOKEN_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int TOKEN_LENGTH = 8;
    private static final Pattern STEP_QUERY =
            Pattern.compile("after=([0-9]{1,9})&id=([0-9a-fA-F-]{0,64})&at=([0-9]{1,3})");
    private static final HttpString CLASS_ID = HttpString.tryFromString("Class-Id");
    private static final HttpString CLASS_NUMBER = HttpString.tryFromString("Class-Number");
    private static final Body NOTHING = Body.of(new byte[0]);
    private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** A paused phone learns so that the class is there still: otherwise it goes on by itself. */
    private static final long PAUSED_POLL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final int LOOK_MILLIS = 1_000;
    private static final int MOST_TOLD = 40;

    private final LiveClass live;
    private final Body page;
    private final String token;
    private final Body wrongAddress =
            Body.of("<!doctype html><meta name=viewport content=width=device-width><link rel=icon href=\"data:,\"><p>"
                    + Message.text("class.address.wrong"));
    private final Set<String> hosts = new HashSet<>();
    /** The phones that wait for the next moment. */
    private final Map<HttpServerExchange, Poll> polls = new ConcurrentHashMap<>();

    /** Polls that come in, or are told that the class has ended, at this moment. */
    private final AtomicInteger underWay = new AtomicInteger();

    private final HttpPort port;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    /** Whether the address is of this machine still: another one may have come while it slept. */
    private volatile boolean isThere = true;

    /** What was told, which is mostly the same to all. */
    private final Map<SentMoment, Body> told = new ConcurrentHashMap<>();

    private record SentMoment(boolean isConfirmed, String json) {

        Body body() {
            return Body.of(isConfirmed ? "{\"confirmed\":true," + json.substring(1) : json);
        }
    }

    private record Poll(String id, int step, int after, long since) {}

    /** A text with its shorter form for the network; outside the heap, from where it is sent. */
    private record Body(ByteBuffer plain, ByteBuffer packed) {

        static Body of(byte[] plain) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Body(direct(plain), direct(packed.toByteArray()));
        }

        private static ByteBuffer direct(byte[] bytes) {
            return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        }

        static Body of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
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
        this.live = live;
        this.page = Body.of(page);
        token = live.before().map(ClassServer::token).orElseGet(ClassServer::randomToken);
        this.port = bound(address, port);
        int bound = this.port.address().getPort();
        Stream.concat(Stream.of(literal(address)), hostNames.stream()).forEach(name -> {
            String host = name.toLowerCase(Locale.ROOT);
            hosts.add(host + ":" + bound);
            if (bound == 80) {
                hosts.add(host);
            }
        });
        // Not by the thread of who changes something, which may be that of the window
        live.onChange(() -> execute(() -> {
            live.keep();
            endPolls(Long.MAX_VALUE);
        }));
        this.port.every(LOOK_MILLIS, () -> {
            endPolls(live.moment().isPaused() ? PAUSED_POLL_NANOS : POLL_NANOS);
            this.port.forgetEnded();
            execute(live::showAnswers);
            isThere = isHere(address);
        });
        live.serveAt(address());
    }

    private void execute(Runnable work) {
        if (!isClosed.get()) {
            port.execute(work);
        }
    }

    private HttpPort bound(InetAddress address, int number) {
        try {
            return new HttpPort(new InetSocketAddress(address, number), exchange -> guarded(exchange, this::handle));
        } catch (IOException refused) {
            LOG.info("{} cannot be listened to at port {}", address, number, refused);
            throw isHere(address)
                    ? new InvalidInput("class.port", String.valueOf(number))
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
        InetSocketAddress at = port.address();
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
                : Optional.of(
                        new InvalidInput("class.gone", literal(port.address().getAddress())));
    }

    private void handle(HttpServerExchange exchange) {
        // A whole address may stand there instead of a path
        String path = exchange.getRequestURI();
        int end = path.indexOf('/', 1);
        String route = end < 0 || !path.startsWith("/") || !isToken(path.substring(1, end)) ? "" : path.substring(end);
        String method = exchange.getRequestMethod().toString();
        if (!isFromHere(exchange)) {
            refuse(exchange, 403);
        } else if (!Set.of("/", "/step", "/answers").contains(route)) {
            refuseAddress(exchange, path);
        } else if (!method.equals(route.equals("/answers") ? "POST" : "GET")) {
            exchange.getResponseHeaders().put(Headers.ALLOW, route.equals("/answers") ? "POST" : "GET");
            refuse(exchange, 405);
        } else if (route.equals("/step")) {
            poll(exchange);
        } else if (route.equals("/answers")) {
            receive(exchange);
        } else {
            send(exchange, 200, "text/html; charset=utf-8", page);
        }
    }

    /** Somebody has typed it: in capitals, or without its end, it is led to where it was meant to go. */
    private void refuseAddress(HttpServerExchange exchange, String path) {
        String meant = path.toLowerCase(Locale.ROOT).replaceFirst("^/", "").replaceFirst("/$", "");
        if (!exchange.getRequestMethod().toString().equals("GET")) {
            refuse(exchange, 404);
        } else if (isToken(meant)) {
            exchange.getResponseHeaders().put(Headers.LOCATION, "/" + token + "/");
            refuse(exchange, 302);
        } else {
            send(exchange, 404, "text/html; charset=utf-8", wrongAddress);
        }
    }

    private boolean isToken(String guess) {
        // In the same time however much of it is right
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is asked for under a name of this server, and not by a page of another one. */
    private boolean isFromHere(HttpServerExchange exchange) {
        List<String> host = values(exchange, Headers.HOST);
        List<String> origin = values(exchange, Headers.ORIGIN);
        return host.size() == 1
                && hosts.contains(host.get(0).toLowerCase(Locale.ROOT))
                && (origin.isEmpty()
                        || origin.equals(List.of("http://" + host.get(0).toLowerCase(Locale.ROOT))));
    }

    private static List<String> values(HttpServerExchange exchange, HttpString header) {
        Collection<String> values = exchange.getRequestHeaders().get(header);
        return values == null ? List.of() : List.copyOf(values);
    }

    private static String first(HttpServerExchange exchange, HttpString header) {
        return values(exchange, header).stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
    }

    private void poll(HttpServerExchange exchange) {
        underWay.incrementAndGet();
        try {
            answerPoll(exchange);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void answerPoll(HttpServerExchange exchange) {
        Matcher query = STEP_QUERY.matcher(exchange.getQueryString());
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
            // It may have become another moment meanwhile, or have ended
            if (isClosed.get()) {
                tellEnd(exchange);
            } else if (live.moment().number() != poll.after) {
                endPoll(exchange);
            }
        }
    }

    /** Answers the phones that wait for another moment than this, and those that have waited for so long. */
    void endPolls(long nanos) {
        long now = System.nanoTime();
        int number = live.moment().number();
        polls.forEach((exchange, poll) -> {
            if (poll.after != number || now - poll.since >= nanos) {
                execute(() -> endPoll(exchange));
            }
        });
    }

    private void endPoll(HttpServerExchange exchange) {
        Poll poll = polls.remove(exchange);
        if (poll != null) {
            // It may have asked again from another step
            guarded(exchange, ended -> tell(ended, live.come(poll.id), false));
        }
    }

    private void receive(HttpServerExchange exchange) {
        String type = first(exchange, Headers.CONTENT_TYPE);
        if (!type.split(";")[0].strip().equals("application/json")) {
            refuse(exchange, 415);
            return;
        }
        exchange.getRequestReceiver()
                .receiveFullBytes(
                        // Not by a thread that reads, since this waits for the disk
                        (whole, sheet) -> whole.dispatch(() -> guarded(whole, it -> take(it, sheet))),
                        (cut, problem) -> guarded(cut, it -> refuse(it, 413)));
    }

    private void take(HttpServerExchange exchange, byte[] sheet) {
        try {
            tell(exchange, live.take(sheet), true);
        } catch (InvalidInput refused) {
            send(exchange, 400, "text/plain; charset=utf-8", Body.of(refused.getMessage()));
        } catch (UncheckedIOException notKept) {
            LOG.error("Answers could not be kept", notKept);
            refuse(exchange, 503);
        }
    }

    private void tell(HttpServerExchange exchange, String id, boolean isConfirmed) {
        if (told.size() > MOST_TOLD) {
            told.clear();
        }
        // Not in what is told, which is the same to all
        exchange.getResponseHeaders().put(CLASS_ID, id);
        live.number(id).ifPresent(number -> exchange.getResponseHeaders().put(CLASS_NUMBER, number));
        send(
                exchange,
                200,
                "application/json",
                told.computeIfAbsent(new SentMoment(isConfirmed, live.told(id)), SentMoment::body));
    }

    private static void refuse(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        send(exchange, status, "text/plain; charset=utf-8", NOTHING);
    }

    private static void send(HttpServerExchange exchange, int status, String type, Body body) {
        boolean isPacked = first(exchange, Headers.ACCEPT_ENCODING).contains("gzip") && body.plain.remaining() > 1_000;
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, type);
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        headers.put(Headers.X_FRAME_OPTIONS, "DENY");
        headers.put(Headers.REFERRER_POLICY, "no-referrer");
        if (isPacked) {
            headers.put(Headers.CONTENT_ENCODING, "gzip");
        }
        exchange.setStatusCode(status);
        exchange.getResponseSender().send((isPacked ? body.packed : body.plain).duplicate());
    }

    /** What goes wrong with one request ends it, and is in the log: the others go on. */
    private static void guarded(HttpServerExchange exchange, Consumer<HttpServerExchange> work) {
        try {
            work.accept(exchange);
        } catch (RuntimeException | Error problem) {
            LOG.error("A request failed", problem);
            if (!exchange.isResponseStarted()) {
                refuse(exchange, 500);
            } else {
                exchange.endExchange();
            }
        }
    }

    private void tellEnd(HttpServerExchange exchange) {
        underWay.incrementAndGet();
        if (polls.remove(exchange) == null) {
            underWay.decrementAndGet();
            return;
        }
        exchange.addExchangeCompleteListener((told, next) -> {
            underWay.decrementAndGet();
            next.proceed();
        });
        guarded(exchange, it -> refuse(it, 410));
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            live.keep();
            // As many as can be told within a moment
            polls.keySet().forEach(exchange -> port.execute(() -> tellEnd(exchange)));
            long end = System.nanoTime() + CLOSING_NANOS;
            while ((!polls.isEmpty() || underWay.get() > 0) && System.nanoTime() < end) {
                LockSupport.parkNanos(CLOSING_NANOS / 500);
            }
            port.close();
        }
    }
}
