package io.github.modelwarden.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request of exactly these bytes, for what a proper client refuses to send. */
final class RawHttp implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}).*");
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    static RawHttp open(int port, String text) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            RawHttp raw = new RawHttp(socket);
            raw.write(text);
            return raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request, says that nothing follows, and reads the answer. */
    static Answer send(int port, String text) {
        try (RawHttp raw = open(port, text)) {
            return raw.answer();
        }
    }

    void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end; the request must ask for {@code Connection: close}. */
    Answer answer() {
        try {
            socket.shutdownOutput();
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            String head = end < 0 ? text : text.substring(0, end);
            Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
            if (!status.matches()) {
                throw new IllegalStateException("not an HTTP answer: " + text);
            }
            String type = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                    .map(line -> line.substring("content-type:".length()).strip())
                    .findFirst()
                    .orElse("");
            return new Answer(
                    Integer.parseInt(status.group(1)), type, Optional.empty(), end < 0 ? "" : body(text, head, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String text, String head, int end) {
        String body = text.substring(end + 4);
        if (!head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            return body;
        }
        StringBuilder joined = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line), 16);
            joined.append(body, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return joined.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
