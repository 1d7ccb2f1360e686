package lab.carousel.classroom;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * A port at which HTTP is spoken without a thread for each connection: who sends or reads slowly, or not at all, holds up nobody.
 * Headers have two seconds to arrive, and an exchange forty to end. When many connections ask for nothing, the one that has asked
 * for nothing longest makes room for the next one. A few threads work. A body tells its length before, as that of a browser does.
 */
final class HttpPort implements AutoCloseable {

    /** Connections that ask for nothing, or not for a whole thing yet. */
    static final int MOST_SILENT = 1_000;

    private static final int MOST_CONNECTIONS = 5_000;
    /** A class comes at once. */
    private static final int MOST_ARRIVING = 1_000;

    private static final int HEADER_MILLIS = 2_000;
    private static final int SILENT_MILLIS = 20_000;
    private static final int EXCHANGE_SECONDS = 40;
    private static final int READING_THREADS = 2;
    /** They wait for the disk. */
    private static final int WORKING_THREADS = 8;

    private static final int STACK_BYTES = 512 * 1024;
    private static final int BUFFER_BYTES = 16 * 1024;

    private static final OptionMap HTTP = OptionMap.builder()
            .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
            .set(UndertowOptions.NO_REQUEST_TIMEOUT, SILENT_MILLIS)
            .set(UndertowOptions.MAX_HEADER_SIZE, 16_000)
            .set(UndertowOptions.MAX_HEADERS, 60)
            .set(UndertowOptions.MAX_ENTITY_SIZE, (long) LiveClass.MOST_BYTES)
            .getMap();

    private static final OptionMap SOCKETS = OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .set(Options.BACKLOG, MOST_ARRIVING)
            .set(Options.CONNECTION_HIGH_WATER, MOST_CONNECTIONS)
            .set(Options.CONNECTION_LOW_WATER, MOST_CONNECTIONS)
            .getMap();

    private final Consumer<HttpServerExchange> handler;
    private final XnioWorker worker;
    private final HttpOpenListener http;
    private final AcceptingChannel<StreamConnection> server;
    private static final int CLOSING_MILLIS = 500;

    /** In the order in which they became silent. */
    private final Set<StreamConnection> silent = new LinkedHashSet<>();

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @param handler of each request once its headers are there; does not wait for the network
     */
    HttpPort(InetSocketAddress port, Consumer<HttpServerExchange> handler) throws IOException {
        this.handler = handler;
        worker = Xnio.getInstance(HttpPort.class.getClassLoader())
                .createWorkerBuilder()
                .setWorkerName("class")
                .setDaemon(true)
                .setWorkerIoThreads(READING_THREADS)
                .setCoreWorkerPoolSize(WORKING_THREADS)
                .setMaxWorkerPoolSize(WORKING_THREADS)
                .setWorkerStackSize(STACK_BYTES)
                .build();
        http = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES), HTTP);
        http.setRootHandler(this::begin);
        try {
            server = worker.createStreamConnectionServer(
                    port, ChannelListeners.openListenerAdapter(this::open), SOCKETS);
        } catch (IOException refused) {
            worker.shutdownNow();
            throw refused;
        }
        server.resumeAccepts();
    }

    InetSocketAddress address() {
        return server.getLocalAddress(InetSocketAddress.class);
    }

    void execute(Runnable work) {
        worker.execute(work);
    }

    /** Does something short again and again. */
    void every(int millis, Runnable work) {
        worker.getIoThread().executeAtInterval(() -> worker.execute(work), millis, TimeUnit.MILLISECONDS);
    }

    private void open(StreamConnection connection) {
        noteSilent(connection);
        http.handleEvent(connection);
    }

    private void begin(HttpServerExchange exchange) {
        StreamConnection connection = ((HttpServerConnection) exchange.getConnection()).getChannel();
        if (exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
            IoUtils.safeClose(connection);
            return;
        }
        synchronized (silent) {
            silent.remove(connection);
        }
        XnioExecutor.Key end = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(connection), EXCHANGE_SECONDS, TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((ended, next) -> {
            end.remove();
            if (connection.isOpen()) {
                noteSilent(connection);
            }
            next.proceed();
        });
        exchange.dispatch(() -> handler.accept(exchange));
    }

    private void noteSilent(StreamConnection connection) {
        StreamConnection oldest = null;
        synchronized (silent) {
            silent.add(connection);
            if (silent.size() > MOST_SILENT) {
                Iterator<StreamConnection> all = silent.iterator();
                oldest = all.next();
                all.remove();
            }
        }
        IoUtils.safeClose(oldest);
    }

    /** Forgets connections that have ended by themselves. */
    void forgetEnded() {
        synchronized (silent) {
            silent.removeIf(connection -> !connection.isOpen());
        }
    }

    @Override
    public void close() {
        IoUtils.safeClose(server);
        http.closeConnections();
        worker.shutdownNow();
        try {
            // A connection that is kept would otherwise be answered once more, with an error
            worker.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
