package lab.carousel.classroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A phone, or whoever writes to the server what no browser would: byte for byte. */
final class Phone {

    private final URI address;

    Phone(URI address) {
        this.address = address;
    }

    /** @param headers in small letters, a line each */
    record Reply(int status, String headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        return connect("127.0.0.1");
    }

    /** @param from another device, if it is another address of the loopback network */
    Socket connect(String from) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    String token() {
        return address.getPath().replace("/", "");
    }

    String host() {
        return address.getHost() + ":" + address.getPort();
    }

    /** @param path of which TOKEN is replaced */
    String request(String method, String path, String moreHeaders, String body) {
        String host = moreHeaders.contains("Host:") ? "" : "Host: " + host() + "\r\n";
        String length = body.isEmpty() || moreHeaders.contains("Transfer-Encoding")
                ? ""
                : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        return method + " " + path.replace("TOKEN", token()) + " HTTP/1.1\r\n" + host + length + moreHeaders
                + "Connection: close\r\n\r\n" + body;
    }

    Reply get(String path) throws IOException {
        return ask(request("GET", path, "", ""));
    }

    Reply post(byte[] sheet) throws IOException {
        String body = new String(sheet, StandardCharsets.UTF_8);
        return ask(request("POST", "/TOKEN/answers", "Content-Type: application/json\r\n", body));
    }

    /** The reply to a request; of status 0 if the server ends the connection without one. */
    Reply ask(String request) throws IOException {
        try (Socket socket = connect()) {
            try {
                write(socket, request);
            } catch (IOException cutOff) {
                return new Reply(0, "", new byte[0]);
            }
            return read(socket);
        }
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static Reply read(Socket socket) throws IOException {
        byte[] all;
        try {
            all = socket.getInputStream().readAllBytes();
        } catch (IOException cutOff) {
            return new Reply(0, "", new byte[0]);
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, "", new byte[0]);
        }
        String headers = text.substring(0, end).toLowerCase(Locale.ROOT) + "\r\n";
        byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        if (headers.contains("content-encoding: gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Reply(Integer.parseInt(text.split(" ")[1]), headers, body);
    }
}
